import { useMediaQuery } from "@mantine/hooks";
import type { Place } from "../place/place.ts";
import { LongTableBody } from "./long-table-body.tsx";
import type { TableColumn } from "./table-column.ts";

export interface LongTableProps<Row> {
  label: string;
  columns: readonly TableColumn<Row>[];
  rows: readonly Row[];
  /** Rows there are in all; those not fetched yet keep their room. */
  total: number;
  rowKey: (row: Row) => string;
  placeOf: (row: Row) => Place | undefined;
  /** Asks for more rows. Called while rows without content are in view. */
  onMore: () => void;
  /** What `l` and `y` do on a row. */
  onLogs?: (row: Row) => void;
  onYaml?: (row: Row) => void;
  /** What is shown is the answer to the question before. */
  stale: boolean;
}

/** A table of any length; on a phone each row has two lines instead of columns. */
export function LongTable<Row>(props: LongTableProps<Row>) {
  const narrow = useMediaQuery("(max-width: 640px)", false, { getInitialValueInEffect: false }) ?? false;
  // Rows have another height then: begin anew.
  return <LongTableBody key={narrow ? "narrow" : "wide"} {...props} narrow={narrow} />;
}

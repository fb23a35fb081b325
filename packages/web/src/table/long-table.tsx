import { useMediaQuery } from "@mantine/hooks";
import { LongTableBody } from "./long-table-body.tsx";
import type { LongTableProps } from "./long-table-props.ts";

/** A table of any length; on a phone each row has two lines instead of columns. */
export function LongTable<Row>(props: LongTableProps<Row>) {
  const narrow = useMediaQuery("(max-width: 640px)", false, { getInitialValueInEffect: false }) ?? false;
  // Rows have another height then: begin anew.
  return <LongTableBody key={narrow ? "narrow" : "wide"} {...props} narrow={narrow} />;
}

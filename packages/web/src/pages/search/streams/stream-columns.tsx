import type { LogStream } from "@kubin/schema";
import { Age } from "../../../parts/age.tsx";
import { Name } from "../../../parts/name.tsx";
import { PlaceLink } from "../../../place/place-link.tsx";
import { countText } from "../../../plain/count-text.ts";
import { sizeText } from "../../../plain/size-text.ts";
import type { TableColumn } from "../../../table/table-column.ts";
import { logTexts } from "../../../texts/logs.ts";

/** The columns of the list of logs. */
export function streamColumns(): TableColumn<LogStream>[] {
  return [
    {
      key: "pod",
      name: logTexts.pod,
      minPx: 200,
      maxPx: 460,
      phone: "first",
      cell: ({ namespace, pod, container, source }) => (
        <PlaceLink title={pod} place={{ page: "stream", namespace, pod, container, source }}>
          <Name text={pod} />
        </PlaceLink>
      ),
    },
    {
      key: "container",
      name: logTexts.container,
      minPx: 110,
      maxPx: 320,
      phone: "first",
      cell: (row) => <Name text={row.container} />,
    },
    { key: "run", name: logTexts.run, minPx: 80, maxPx: 90, phone: "second", cell: (row) => logTexts.runs[row.source] },
    {
      key: "namespace",
      name: logTexts.namespace,
      minPx: 130,
      maxPx: 340,
      phone: "second",
      cell: (row) => <Name text={row.namespace} />,
    },
    {
      key: "lines",
      name: logTexts.linesColumn,
      minPx: 90,
      maxPx: 100,
      align: "right",
      phone: "named",
      cell: (row) => countText(row.lines),
    },
    {
      key: "size",
      name: logTexts.size,
      minPx: 84,
      maxPx: 100,
      align: "right",
      phone: "hidden",
      cell: (row) => sizeText(row.bytes),
    },
    {
      key: "last",
      name: logTexts.lastLine,
      minPx: 84,
      maxPx: 100,
      align: "right",
      phone: "hidden",
      cell: (row) => <Age at={row.lastAt} />,
    },
  ];
}

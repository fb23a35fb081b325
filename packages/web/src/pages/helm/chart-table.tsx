import type { Column, ResourceRow } from "@kubin/schema";
import { HealthMark } from "../../parts/health-mark.tsx";
import { Name } from "../../parts/name.tsx";
import { SmallTable } from "../../parts/small-table.tsx";
import { PlaceLink } from "../../place/place-link.tsx";
import { plainText } from "../../plain/plain-text.ts";
import { helmTexts } from "../../texts/helm.ts";
import styles from "./helm-page.module.css";

interface ChartTableProps {
  charts: readonly { row: ResourceRow; columns: readonly Column[] }[];
}

/** Charts that k3s or Flux install: the columns differ, so the telling ones are picked by name. */
export function ChartTable({ charts }: ChartTableProps) {
  return (
    <SmallTable
      label={helmTexts.charts}
      columns={[
        { name: helmTexts.kind },
        { name: helmTexts.name },
        { name: helmTexts.chart },
        { name: helmTexts.version },
        { name: helmTexts.why },
      ]}
      rows={charts.map(({ row, columns }) => {
        const { group, plural, namespace, name } = row;
        return {
          key: `${group}/${plural}/${namespace}/${name}`,
          cells: [
            row.kind,
            <span key="name" className={styles.status}>
              <HealthMark health={row.health} />{" "}
              <PlaceLink place={{ page: "object", group, plural, namespace, name }}>
                <Name text={namespace ? `${namespace}/${name}` : name} />
              </PlaceLink>
            </span>,
            cellOf({ row, columns, name: "Chart" }),
            cellOf({ row, columns, name: "Version" }),
            plainText(row.reason),
          ],
        };
      })}
    />
  );
}

function cellOf({ row, columns, name }: { row: ResourceRow; columns: readonly Column[]; name: string }): string {
  const at = columns.findIndex((column) => column.name.toLowerCase() === name.toLowerCase());
  return at < 0 ? "" : plainText(String(row.cells[at] ?? ""));
}

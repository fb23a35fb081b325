import type { KindCount } from "@kubin/schema";
import { useMemo } from "react";
import { listTexts } from "../../../texts/lists.ts";
import type { ListColumn } from "../columns/list-column.ts";
import { quantityOf } from "../sort/amount.ts";
import type { KindRowsQuestion } from "./kind-rows-query.ts";
import { useKindRows } from "./use-kind-rows.ts";

const metrics = "metrics.k8s.io";
const none: readonly ListColumn[] = [];

/** CPU and memory in use, for lists of pods and nodes of captures that hold it; no columns otherwise. */
export function useUsage(question: KindRowsQuestion, kinds: readonly KindCount[] | undefined): readonly ListColumn[] {
  const { group, plural, namespaces } = question;
  const captured =
    group === "" &&
    (plural === "pods" || plural === "nodes") &&
    (kinds?.some((kind) => kind.group === metrics && kind.plural === plural) ?? false);
  const asked = useMemo(
    () => (captured ? { group: metrics, plural, ...(namespaces && { namespaces }) } : undefined),
    [captured, plural, namespaces],
  );
  const { columns, rows } = useKindRows(asked).found;
  return useMemo(() => {
    if (!captured) return none;
    const cpuAt = columns.findIndex(({ name }) => name === "CPU");
    const memoryAt = columns.findIndex(({ name }) => name === "Memory");
    const used = new Map(
      rows.map((row) => [row.key, { cpu: amount(row.cells[cpuAt], 1000), memory: amount(row.cells[memoryAt], 1) }]),
    );
    return [
      {
        id: "cpu",
        name: listTexts.cpu,
        type: "cpu",
        wide: false,
        value: (row) => used.get(row.key)?.cpu ?? null,
      },
      {
        id: "memory",
        name: listTexts.memory,
        type: "memory",
        wide: false,
        value: (row) => used.get(row.key)?.memory ?? null,
      },
    ];
  }, [captured, columns, rows]);
}

function amount(cell: string | number | null | undefined, unit: number): number | null {
  const quantity = typeof cell === "string" ? quantityOf(cell) : undefined;
  return quantity === undefined ? null : Math.round(quantity * unit);
}

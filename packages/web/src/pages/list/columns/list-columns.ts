import type { Column } from "@kubin/schema";
import { listTexts } from "../../../texts/lists.ts";
import type { KindRow } from "../rows/kind-row.ts";
import type { ListColumn } from "./list-column.ts";

interface ListColumnsOptions {
  /** As the server gives them. */
  columns: readonly Column[];
  namespaced: boolean;
  /** Columns from elsewhere: usage. */
  usage: readonly ListColumn[];
  /** Label keys that are columns. */
  labels: readonly string[];
}

/** All columns a list can show, in their order: name, namespace, the server's, usage, labels, those of `-o wide`, why. */
export function listColumns({ columns, namespaced, usage, labels }: ListColumnsOptions): ListColumn[] {
  const given = columns.map((column, at): ListColumn => {
    const { name, type, wide } = column;
    return { id: idOf(name), name, type, wide, value: (row) => row.cells[at] ?? null };
  });
  const all: ListColumn[] = [
    { id: "name", name: listTexts.name, type: "text", wide: false, value: (row) => row.name },
    ...(namespaced
      ? [
          {
            id: "namespace",
            name: listTexts.namespace,
            type: "text" as const,
            wide: false,
            value: (row: KindRow) => row.namespace,
          },
        ]
      : []),
    ...given.filter(({ wide }) => !wide),
    ...usage,
    ...labels.map(
      (key): ListColumn => ({
        id: `label/${key}`,
        name: key,
        type: "text",
        wide: false,
        label: key,
        value: (row) => (Object.hasOwn(row.labels, key) ? (row.labels[key] ?? null) : null),
      }),
    ),
    ...given.filter(({ wide }) => wide),
    { id: "why", name: listTexts.why, type: "text", wide: false, value: (row) => row.reason },
  ];
  return all.map((column, at) => ({ ...column, id: uniqueId(all, at) }));
}

function idOf(name: string): string {
  return name.toLowerCase().replaceAll(/\s+/g, "") || "column";
}

/** A custom resource may name a column as another is named: the second is `name-2`. */
function uniqueId(all: readonly ListColumn[], at: number): string {
  const id = all[at]?.id ?? "";
  const before = all.slice(0, at).filter((column) => column.id === id).length;
  return before === 0 ? id : `${id}-${before + 1}`;
}

import type { ResourcePage, ResourceRow } from "@kubin/schema";
import { useMediaQuery } from "@mantine/hooks";
import { useMemo } from "react";
import type { Place } from "../../place/place.ts";
import { useGo } from "../../place/use-go.ts";
import { LongTable } from "../../table/long-table.tsx";
import { resourceColumns } from "./resource-columns.tsx";

interface ResourceTableProps {
  title: string;
  namespaced: boolean;
  pages: readonly ResourcePage[];
  onMore: () => void;
  stale: boolean;
}

/** The rows of a list with the columns the server gives; those of `-o wide` where there is room. */
export function ResourceTable({ title, namespaced, pages, onMore, stale }: ResourceTableProps) {
  const wide = useMediaQuery("(min-width: 1400px)", false, { getInitialValueInEffect: false }) ?? false;
  const go = useGo();
  const first = pages[0];
  const columns = useMemo(
    () => resourceColumns({ columns: first?.columns ?? [], sample: first?.items ?? [], namespaced, wide }),
    [first, namespaced, wide],
  );
  const rows = useMemo(() => pages.flatMap((page) => page.items), [pages]);
  return (
    <LongTable
      label={title}
      columns={columns}
      rows={rows}
      total={first?.total ?? 0}
      rowKey={(row) => `${row.namespace}/${row.name}`}
      placeOf={(row) => objectPlace(row)}
      onMore={onMore}
      onLogs={(row) => go({ ...objectPlace(row), page: "object-logs" })}
      onYaml={(row) => go(objectPlace(row, "yaml"))}
      stale={stale}
    />
  );
}

function objectPlace(
  { group, plural, namespace, name }: ResourceRow,
  tab?: string,
): Extract<Place, { page: "object" | "object-logs" }> {
  return { page: "object", group, plural, namespace, name, search: { tab } };
}

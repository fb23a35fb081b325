import { useCallback } from "react";
import { useBase } from "../../../place/base-context.ts";
import { formatSearchText } from "../../../place/search-text.ts";
import { snapshotPath } from "../../../place/snapshot-path.ts";
import { useSearch } from "../../../place/use-search.ts";
import type { KindRow } from "./kind-row.ts";

/** The address of the page of an object of one kind, for a new tab: written by hand, since the router's links are heavy. */
export function useObjectHref({ group, plural }: { group: string; plural: string }): (row: KindRow) => string {
  const base = useBase();
  const [{ ns }] = useSearch();
  const owner = snapshotPath(base);
  return useCallback(
    ({ namespace, name }) => {
      const words = [group || "core", plural, namespace || "_", name].map(encodeURIComponent);
      return `${owner}/r/${words.join("/")}${formatSearchText({ ns })}`;
    },
    [owner, group, plural, ns],
  );
}

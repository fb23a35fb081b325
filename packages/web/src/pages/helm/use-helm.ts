import type { KindCount } from "@kubin/schema";
import { keepPreviousData, useQueries, useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { useSnapshot } from "../../data/snapshot-context.ts";
import { useQuestions } from "../../data/use-questions.ts";
import { namespacesOf } from "../../place/namespaces-of.ts";
import type { Search } from "../../place/place.ts";
import { helmReleases } from "./helm-releases.ts";

const readAtMost = 5_000;
const chartGroups = ["helm.cattle.io", "helm.toolkit.fluxcd.io"];

/** Helm's storage objects and the charts of controllers, asked for together. */
export function useHelm(search: Search) {
  const { client, reader, snapshot } = useSnapshot();
  const kinds = useQuery(useQuestions().kinds());
  const namespaces = namespacesOf(search);
  const charts = (kinds.data ?? []).filter(({ group, kind }) => isChart(group, kind));
  const stores = [
    { group: "", plural: "secrets" },
    { group: "", plural: "configmaps" },
  ].map((kind) => ({ ...kind, selector: "owner=helm" as string | undefined }));
  const asked = [...stores, ...charts.map(({ group, plural }) => ({ group, plural, selector: undefined }))];
  const lists = useQueries({
    queries: asked.map(({ group, plural, selector }) => ({
      queryKey: [reader, "content", snapshot.id, "helm", group, plural, namespaces ?? ""],
      queryFn: ({ signal }: { signal: AbortSignal }) =>
        client.metadata.resources.query(
          {
            snapshotId: snapshot.id,
            filter: { group, plural, ...(selector && { selector }), ...(namespaces && { namespaces }) },
            order: "name",
            limit: readAtMost,
          },
          { signal },
        ),
      placeholderData: keepPreviousData,
    })),
  });
  const [secrets, configMaps, ...rest] = lists;
  const stored = useMemo(
    () => [...(secrets?.data?.items ?? []), ...(configMaps?.data?.items ?? [])],
    [secrets?.data, configMaps?.data],
  );
  const releases = useMemo(() => helmReleases(stored), [stored]);
  const failed = lists.find(({ error }) => error !== null);
  return {
    query: {
      data: lists.every(({ data }) => data !== undefined) && kinds.data ? { releases } : undefined,
      error: failed?.error ?? kinds.error,
      refetch: () => void Promise.all(lists.map((list) => list.refetch())),
    },
    charts: rest.flatMap(({ data }) => data?.items.map((row) => ({ row, columns: data.columns })) ?? []),
    hasSecrets: hasSecrets(kinds.data ?? []),
    stored: stored.length,
    storedTotal: (secrets?.data?.total ?? 0) + (configMaps?.data?.total ?? 0),
  };
}

function isChart(group: string, kind: string): boolean {
  return chartGroups.includes(group) && (kind === "HelmChart" || kind === "HelmRelease");
}

function hasSecrets(kinds: readonly KindCount[]): boolean {
  return kinds.some(({ group, plural, total }) => group === "" && plural === "secrets" && total > 0);
}

import type { ResourceRow } from "@kubin/schema";

/** One revision of a release, as one of Helm's storage objects tells by its labels. */
export interface HelmRevision {
  revision: number;
  status: string;
  updatedAt: string | undefined;
  object: Pick<ResourceRow, "group" | "kind" | "plural" | "namespace" | "name">;
}

export interface HelmRelease {
  name: string;
  namespace: string;
  newest: HelmRevision;
  /** Newest first. */
  earlier: HelmRevision[];
}

/** Releases by name, each with its revisions, from Secrets and ConfigMaps with the labels of Helm. */
export function helmReleases(rows: readonly ResourceRow[]): HelmRelease[] {
  const revisions = new Map<string, HelmRevision[]>();
  for (const row of rows) {
    const { name } = row.labels;
    if (row.labels.owner !== "helm" || !name) continue;
    const key = JSON.stringify([row.namespace, name]);
    revisions.set(key, [...(revisions.get(key) ?? []), toRevision(row)]);
  }
  return [...revisions]
    .flatMap(([key, of]) => {
      const [newest, ...earlier] = of.sort((a, b) => b.revision - a.revision);
      const [namespace = "", name = ""] = JSON.parse(key) as string[];
      return newest ? [{ name, namespace, newest, earlier }] : [];
    })
    .sort((a, b) => compare(a.namespace, b.namespace) || compare(a.name, b.name));
}

function toRevision({ group, kind, plural, namespace, name, labels, createdAt }: ResourceRow): HelmRevision {
  const seconds = Number(labels.modifiedAt);
  const modified = labels.modifiedAt !== undefined && seconds > 0 && seconds < 1e11;
  return {
    revision: Number(labels.version) || 0,
    status: labels.status ?? "",
    updatedAt: modified ? new Date(seconds * 1000).toISOString() : createdAt,
    object: { group, kind, plural, namespace, name },
  };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

import type { KubinClient } from "@kubin/client";
import type { CustomNames } from "./resolve-kind.ts";

/** Definitions looked at; a cluster with more still has its kinds by plural and kind. */
const most = 500;

/** Singular and short names of custom kinds, from the definitions that the snapshot holds. */
export async function customNames(client: KubinClient, snapshotId: string): Promise<CustomNames[]> {
  const filter = { group: "apiextensions.k8s.io", plural: "customresourcedefinitions" };
  const { items } = await client.metadata.resources.query({ snapshotId, filter, limit: most });
  const details = await Promise.all(
    items.map(({ name }) => client.metadata.resource.query({ snapshotId, ...filter, namespace: "", name })),
  );
  return details.map(({ object }) => namesIn(object)).filter((names) => names !== undefined);
}

function namesIn(definition: Record<string, unknown>): CustomNames | undefined {
  const spec = record(definition.spec);
  const names = record(spec?.names);
  if (typeof spec?.group !== "string" || typeof names?.plural !== "string") return undefined;
  const short = Array.isArray(names.shortNames) ? names.shortNames : [];
  const all = [names.singular, ...short].filter((name) => typeof name === "string");
  return { group: spec.group, plural: names.plural, names: all };
}

function record(value: unknown): Record<string, unknown> | undefined {
  return typeof value === "object" && value !== null ? { ...value } : undefined;
}

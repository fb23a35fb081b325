import type { WhoCanQuery } from "@kubin/schema";
import type { Search } from "../../place/place.ts";

export type Question = Omit<WhoCanQuery, "snapshotId">;

/**
 * What `?verb=get&resource=secrets&in=shop&name=x` asks; undefined where it is not whole. A resource of a group is
 * written `deployments.apps`, a subresource `pods/log`, a path begins with a slash.
 */
export function questionOf(search: Search): Question | undefined {
  const verb = (search.verb ?? "").trim();
  const written = (search.resource ?? "").trim();
  if (!verb || !written) return undefined;
  const { group, resource } = splitResource(written);
  const name = (search.name ?? "").trim();
  return { verb, group, resource, namespace: (search.in ?? "").trim(), ...(name && { name }) };
}

/** `deployments.apps/scale` is the subresource scale of deployments in the group apps. */
function splitResource(written: string): { group: string; resource: string } {
  if (written.startsWith("/")) return { group: "", resource: written };
  const [whole = "", ...sub] = written.split("/");
  const [plural = "", ...group] = whole.split(".");
  return { group: group.join("."), resource: [plural, ...sub].join("/") };
}

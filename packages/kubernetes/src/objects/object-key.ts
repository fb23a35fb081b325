/** Names an object across one snapshot: `group/Kind/namespace/name`; "" for the core group and for cluster scope. */
export function objectKey(object: { group: string; kind: string; namespace: string; name: string }): string {
  return `${object.group}/${object.kind}/${object.namespace}/${object.name}`;
}

/** `apps/v1` → group "apps", version "v1"; `v1` → group "". */
export function splitApiVersion(apiVersion: string): { group: string; version: string } {
  const slash = apiVersion.indexOf("/");
  if (slash < 0) return { group: "", version: apiVersion };
  return { group: apiVersion.slice(0, slash), version: apiVersion.slice(slash + 1) };
}

/** What `objectKey` was made from, or undefined for any other text. */
export function parseObjectKey(
  key: string,
): { group: string; kind: string; namespace: string; name: string } | undefined {
  const [group, kind, namespace, ...name] = key.split("/");
  if (group === undefined || !kind || namespace === undefined || name.length === 0) return undefined;
  return { group, kind, namespace, name: name.join("/") };
}

/** Names one object of the open snapshot; "" for the core group and for cluster scope. */
export interface ObjectRef {
  group: string;
  plural: string;
  namespace: string;
  name: string;
}

/** `core/pods/shop/web-0`, as the words `open` and `log` of a URL hold it. */
export function formatObjectRef({ group, plural, namespace, name }: ObjectRef): string {
  return `${group || "core"}/${plural}/${namespace || "_"}/${name}`;
}

/** What `formatObjectRef` wrote; undefined for any other text. Names of objects hold no slash. */
export function parseObjectRef(text: string | undefined): ObjectRef | undefined {
  const [group, plural, namespace, name, ...rest] = (text ?? "").split("/");
  if (!group || !plural || !namespace || !name || rest.length > 0) return undefined;
  return { group: group === "core" ? "" : group, plural, namespace: namespace === "_" ? "" : namespace, name };
}

/** One listable type of the API, in the version that is asked for. */
export interface ResourceType {
  /** "" is the core group. */
  group: string;
  version: string;
  kind: string;
  plural: string;
  namespaced: boolean;
}

/** `deployments.apps`, `pods`: as kubectl names it. */
export function typeName({ plural, group }: Pick<ResourceType, "plural" | "group">): string {
  return group === "" ? plural : `${plural}.${group}`;
}

/** The path of its lists; without a namespace, of all. */
export function listPath({ group, version, plural }: ResourceType, namespace: string): string {
  const root = group === "" ? `/api/${version}` : `/apis/${group}/${version}`;
  return namespace === "" ? `${root}/${plural}` : `${root}/namespaces/${namespace}/${plural}`;
}

import type { RbacPlan } from "./rbac-args.ts";
import type { RbacType } from "./rbac-type.ts";

/** One rule of a Role or ClusterRole. */
export type PolicyRule =
  | { apiGroups: string[]; resources: string[]; verbs: string[] }
  | { nonResourceURLs: string[]; verbs: string[] };

/** What a capture asks of the API server itself: version, health, discovery, OpenAPI. */
export const serverRule: PolicyRule = {
  nonResourceURLs: ["/version", "/readyz", "/livez", "/openapi/*", "/api", "/api/*", "/apis", "/apis/*"],
  verbs: ["get"],
};

/** The rules that let these types be listed, one for each group, and what belongs to them be read. */
export function rulesOf(types: readonly RbacType[], plan: Pick<RbacPlan, "logs" | "nodeSummaries">): PolicyRule[] {
  const groups = [...new Set(types.map(({ group }) => group))].sort();
  const lists = groups.map((group) => {
    const plurals = types.filter((type) => type.group === group).map(({ plural }) => plural);
    return { apiGroups: [group], resources: [...new Set(plurals)].sort(), verbs: ["list"] };
  });
  const core = (plural: string) => types.some((type) => type.group === "" && type.plural === plural);
  return [
    ...lists,
    ...(plan.logs && core("pods") ? [reading("pods/log")] : []),
    ...(plan.nodeSummaries && core("nodes") ? [reading("nodes/proxy")] : []),
  ];
}

function reading(resource: string): PolicyRule {
  return { apiGroups: [""], resources: [resource], verbs: ["get"] };
}

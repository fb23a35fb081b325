import { at, type Json, recordsAt, textAt } from "./read-json.ts";

export interface PolicyRule {
  verbs: string[];
  /** `deployments.apps`, `pods/log`; paths for rules on URLs. */
  resources: string[];
  /** Only these objects; [] for all. */
  names: string[];
}

/** The rules of a role, one line for each. */
export function policyRules(role: Json): PolicyRule[] {
  return recordsAt(role, "rules").map((rule) => {
    const groups = texts(at(rule, "apiGroups"));
    const resources = texts(at(rule, "resources"));
    const named = resources.flatMap((resource) =>
      (groups.length > 0 ? groups : [""]).map((group) => ofGroup(resource, group)),
    );
    return {
      verbs: texts(at(rule, "verbs")),
      resources: [...named, ...texts(at(rule, "nonResourceURLs"))],
      names: texts(at(rule, "resourceNames")),
    };
  });
}

/** `deployments.apps/scale`, as kubectl writes it. */
function ofGroup(resource: string, group: string): string {
  if (group === "") return resource;
  const [plural = "", ...sub] = resource.split("/");
  return [`${plural}.${group}`, ...sub].join("/");
}

export interface Subject {
  kind: string;
  namespace: string;
  name: string;
}

/** Whom a binding gives its role. */
export function subjectsOf(binding: Json): Subject[] {
  const own = textAt(binding, "metadata", "namespace");
  return recordsAt(binding, "subjects").map((subject) => {
    const kind = textAt(subject, "kind");
    const namespace = kind === "ServiceAccount" ? textAt(subject, "namespace") || own : "";
    return { kind, namespace, name: textAt(subject, "name") };
  });
}

function texts(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((one) => typeof one === "string") : [];
}

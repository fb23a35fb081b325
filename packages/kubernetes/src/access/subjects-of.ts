import { type Json, records, text } from "../objects/json.ts";

interface Subject {
  kind: "User" | "Group" | "ServiceAccount";
  namespace: string;
  name: string;
}

/**
 * Whom a binding names, each once. A service account without a namespace is one of the binding's own; in a cluster role
 * binding it is nobody (appliesToUser in pkg/registry/rbac/validation/rule.go).
 */
export function subjectsOf(binding: Json): Subject[] {
  const all = records(binding, "subjects").flatMap((subject) => subjectOf(subject, binding));
  return [...new Map(all.map((one) => [`${one.kind}/${one.namespace}/${one.name}`, one])).values()];
}

function subjectOf(subject: Json, binding: Json): Subject[] {
  const kind = text(subject, "kind");
  const name = text(subject, "name");
  if (name === "") return [];
  if (kind === "User" || kind === "Group") return [{ kind, namespace: "", name }];
  const namespace = text(subject, "namespace") || text(binding, "metadata.namespace");
  return kind === "ServiceAccount" && namespace !== "" ? [{ kind, namespace, name }] : [];
}

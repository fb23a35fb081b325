import { asText, type Json, list, property } from "../objects/json.ts";

/** What somebody wants to do: with objects of a resource, or with a path that begins with a slash. */
export interface AccessQuestion {
  verb: string;
  group: string;
  /** `pods`, `pods/log`, or `/healthz`. */
  resource: string;
  /** "" in all namespaces. */
  namespace: string;
  /** Of one object only. */
  name?: string | undefined;
}

/**
 * Whether one rule of a role allows it: VerbMatches, APIGroupMatches, ResourceMatches, ResourceNameMatches and
 * NonResourceURLMatches of Kubernetes (pkg/apis/rbac/v1/evaluation_helpers.go). Rules only add; none takes away.
 */
export function allows(rule: Json, asked: AccessQuestion): boolean {
  const holds = (field: string, wanted: string) => texts(rule, field).some((one) => one === "*" || one === wanted);
  if (!holds("verbs", asked.verb)) return false;
  if (asked.resource.startsWith("/")) return texts(rule, "nonResourceURLs").some((url) => pathMatches(url, asked));
  return (
    holds("apiGroups", asked.group) &&
    texts(rule, "resources").some((resource) => resourceMatches(resource, asked)) &&
    nameMatches(texts(rule, "resourceNames"), asked)
  );
}

function pathMatches(url: string, { resource }: AccessQuestion): boolean {
  if (url === "*" || url === resource) return true;
  return url.endsWith("*") && resource.startsWith(url.replace(/\*+$/, ""));
}

/** `pods` does not give `pods/log`; a subresource of every resource is written with a star before the slash. */
function resourceMatches(written: string, { resource }: AccessQuestion): boolean {
  if (written === "*" || written === resource) return true;
  const slash = resource.indexOf("/");
  return slash > 0 && written === `*${resource.slice(slash)}`;
}

/** A rule for some names gives nothing to who asks about all of them. */
function nameMatches(names: readonly string[], { name }: AccessQuestion): boolean {
  return names.length === 0 || (name !== undefined && name !== "" && names.includes(name));
}

function texts(rule: Json, field: string): string[] {
  return list(property(rule, field)).map(asText);
}

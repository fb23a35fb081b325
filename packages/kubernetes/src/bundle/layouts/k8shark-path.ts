/** What the path of a recorded request of the Kubernetes API asks for. */
export type Asked =
  | { of: "objects"; plural: string; apiVersion: string; namespace: string }
  | { of: "log"; namespace: string; pod: string; container: string; previous: boolean }
  | { of: "table" | "schema" | "discovery" | "other"; namespace: string };

/** Reads `/api/v1/namespaces/a/pods`, `…/pods/p/log?container=c&previous=true`, `…?as=Table`, `/openapi/v3/…`. */
export function askedBy(apiPath: string): Asked {
  const [path = "", query = ""] = apiPath.split("?", 2);
  const params = new URLSearchParams(query);
  const steps = path.split("/").slice(1);
  const type = typeOf(steps);
  const namespace = type?.namespace ?? "";
  if (params.get("as")?.startsWith("Table")) return { of: "table", namespace };
  if (steps[0] === "openapi") return { of: "schema", namespace };
  if (!type) return { of: isDiscovery(steps) ? "discovery" : "other", namespace };
  const { apiVersion, plural, name, subresource } = type;
  if (subresource === undefined) return { of: "objects", plural, apiVersion, namespace };
  const container = params.get("container");
  if (subresource !== "log" || plural !== "pods" || !name || !container) return { of: "other", namespace };
  return { of: "log", namespace, pod: name, container, previous: params.get("previous") === "true" };
}

interface Type {
  apiVersion: string;
  namespace: string;
  plural: string;
  name?: string | undefined;
  subresource?: string | undefined;
}

function typeOf(steps: readonly string[]): Type | undefined {
  const isCore = steps[0] === "api";
  if (!isCore && steps[0] !== "apis") return undefined;
  const apiVersion = steps.slice(1, isCore ? 2 : 3).join("/");
  const rest = steps.slice(isCore ? 2 : 3);
  const [first, namespace = "", plural, name, subresource] = rest;
  if (!first) return undefined;
  if (first === "namespaces" && plural) return { apiVersion, namespace, plural, name, subresource };
  return { apiVersion, namespace: "", plural: first, name: rest[1], subresource: rest[2] };
}

function isDiscovery(steps: readonly string[]): boolean {
  return steps[0] === "api" || steps[0] === "apis";
}

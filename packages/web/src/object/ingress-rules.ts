import { at, type Json, recordsAt, textAt } from "./read-json.ts";

export interface IngressRule {
  host: string;
  path: string;
  /** "" where the backend is no service. */
  service: string;
  port: string;
  /** Words for a backend that is no service. */
  other: string;
}

/** Host and path to service and port, in the order written; the default backend last. Old API versions too. */
export function ingressRules(ingress: Json): IngressRule[] {
  const rules = recordsAt(ingress, "spec", "rules").flatMap((rule) =>
    recordsAt(rule, "http", "paths").map((path) => ({
      host: textAt(rule, "host") || "*",
      path: textAt(path, "path") || "/",
      ...backendOf(at(path, "backend")),
    })),
  );
  const fallback = at(ingress, "spec", "defaultBackend") ?? at(ingress, "spec", "backend");
  return fallback === undefined ? rules : [...rules, { host: "*", path: "*", ...backendOf(fallback) }];
}

function backendOf(backend: unknown): Pick<IngressRule, "service" | "port" | "other"> {
  const service = textAt(backend, "service", "name") || textAt(backend, "serviceName");
  const port =
    textAt(backend, "service", "port", "number") ||
    textAt(backend, "service", "port", "name") ||
    textAt(backend, "servicePort");
  const other = service ? "" : `${textAt(backend, "resource", "kind")} ${textAt(backend, "resource", "name")}`.trim();
  return { service, port, other };
}

/** A route of OpenShift in the same shape: one host and path, one or more services. */
export function routeRules(route: Json): (IngressRule & { weight: string })[] {
  const port = textAt(route, "spec", "port", "targetPort");
  const targets = [at(route, "spec", "to"), ...recordsAt(route, "spec", "alternateBackends")];
  return targets
    .filter((target) => textAt(target, "name"))
    .map((target) => ({
      host: textAt(route, "spec", "host"),
      path: textAt(route, "spec", "path") || "/",
      service: textAt(target, "name"),
      port,
      other: "",
      weight: targets.length > 1 ? textAt(target, "weight") : "",
    }));
}

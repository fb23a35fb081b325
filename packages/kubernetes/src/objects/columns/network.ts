import { asText, dig, isThere, type Json, list, number, records, text } from "../json.ts";
import { labelMapText, labelSelectorText } from "./selector-text.ts";
import { age, col, joined, orNone, type Tables, wide } from "./table.ts";

function loadBalancerAddresses(object: Json): string {
  return joined(
    records(object, "status.loadBalancer.ingress").map((ingress) => text(ingress, "ip") || text(ingress, "hostname")),
  );
}

function externalIp(service: Json): string {
  const own = joined(list(dig(service, "spec.externalIPs")));
  switch (text(service, "spec.type")) {
    case "ExternalName":
      return text(service, "spec.externalName");
    case "LoadBalancer":
      return [loadBalancerAddresses(service), own].filter((part) => part !== "").join(",") || "<pending>";
    default:
      return orNone(own);
  }
}

function servicePorts(service: Json): string {
  const ports = records(service, "spec.ports").map((port) => {
    const node = number(port, "nodePort") ?? 0;
    return `${text(port, "port")}${node > 0 ? `:${node}` : ""}/${text(port, "protocol") || "TCP"}`;
  });
  return orNone(ports.join(","));
}

/** At most three, then how many more, as kubectl. */
function shortened(all: readonly string[]): string {
  if (all.length === 0) return "<none>";
  const rest = all.length - 3;
  return all.slice(0, 3).join(",") + (rest > 0 ? ` + ${rest} more...` : "");
}

function endpoints(object: Json): string {
  const all = records(object, "subsets").flatMap((subset) => {
    const addresses = records(subset, "addresses").map((address) => text(address, "ip"));
    const ports = records(subset, "ports");
    if (ports.length === 0) return addresses;
    return ports.flatMap((port) => addresses.map((ip) => `${ip.includes(":") ? `[${ip}]` : ip}:${text(port, "port")}`));
  });
  return shortened(all);
}

function slicePorts(slice: Json): string {
  const ports = records(slice, "ports").map((port) => text(port, "port") || "*");
  return ports.length === 0 ? "<unset>" : shortened(ports);
}

function sliceEndpoints(slice: Json): string {
  const all = records(slice, "endpoints").flatMap((endpoint) => list(dig(endpoint, "addresses")).map(asText));
  return all.length === 0 ? "<unset>" : shortened(all);
}

function ingressHosts(ingress: Json): string {
  const hosts = records(ingress, "spec.rules").map((rule) => text(rule, "host") || "*");
  return hosts.length === 0 ? "*" : shortened(hosts);
}

function parameters(ingressClass: Json): string {
  if (!isThere(ingressClass, "spec.parameters")) return "<none>";
  const group = text(ingressClass, "spec.parameters.apiGroup");
  const kind = text(ingressClass, "spec.parameters.kind");
  return `${kind}${group === "" ? "" : `.${group}`}/${text(ingressClass, "spec.parameters.name")}`;
}

function routeHost(route: Json): string {
  const ingress = records(route, "status.ingress");
  const admitted = (item: Json) =>
    records(item, "conditions").some(
      (condition) => text(condition, "type") === "Admitted" && text(condition, "status") === "True",
    );
  const host = text(ingress.find(admitted), "host") || text(route, "spec.host");
  const rejected = ingress.length > 0 && !ingress.some(admitted);
  return rejected ? `${host} (rejected)` : host;
}

function routeServices(route: Json): string {
  const weighted = [dig(route, "spec.to"), ...list(dig(route, "spec.alternateBackends"))].map((to) => ({
    name: text(to, "name"),
    weight: number(to, "weight") ?? 0,
  }));
  if (weighted.length === 1) return weighted[0]?.name ?? "";
  const total = weighted.reduce((sum, { weight }) => sum + weight, 0);
  return weighted
    .map(({ name, weight }) => `${name}(${total > 0 ? Math.floor((weight * 100) / total) : 0}%)`)
    .join(",");
}

function termination(route: Json): string {
  const type = text(route, "spec.tls.termination");
  const insecure = text(route, "spec.tls.insecureEdgeTerminationPolicy");
  if (type === "") return "";
  return insecure === "" || insecure === "None" ? type : `${type}/${insecure}`;
}

export const networkTables: Tables = {
  "/services": [
    col("Type", (service) => text(service, "spec.type") || "ClusterIP"),
    col("Cluster-IP", (service) => orNone(text(service, "spec.clusterIP"))),
    col("External-IP", externalIp),
    col("Port(s)", servicePorts),
    age,
    wide("Selector", (service) => labelMapText(service, "spec.selector")),
  ],
  "/endpoints": [col("Endpoints", endpoints), age],
  "discovery.k8s.io/endpointslices": [
    col("AddressType", "addressType"),
    col("Ports", slicePorts),
    col("Endpoints", sliceEndpoints),
    age,
  ],
  "networking.k8s.io/ingresses": [
    col("Class", (ingress) => orNone(text(ingress, "spec.ingressClassName"))),
    col("Hosts", ingressHosts),
    col("Address", loadBalancerAddresses),
    col("Ports", (ingress) => (records(ingress, "spec.tls").length > 0 ? "80, 443" : "80")),
    age,
  ],
  "networking.k8s.io/ingressclasses": [col("Controller", "spec.controller"), col("Parameters", parameters), age],
  "networking.k8s.io/networkpolicies": [
    col("Pod-Selector", (policy) => labelSelectorText(policy, "spec.podSelector")),
    age,
  ],
  "route.openshift.io/routes": [
    col("Host/Port", routeHost),
    col("Path", "spec.path"),
    col("Services", routeServices),
    col("Port", (route) => orNone(text(route, "spec.port.targetPort"))),
    col("Termination", termination),
    col("Wildcard", (route) => text(route, "spec.wildcardPolicy") || "None"),
  ],
};

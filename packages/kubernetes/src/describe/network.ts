import { labelSelectorText } from "../objects/columns/selector-text.ts";
import { dig, isThere, type Json, records, text } from "../objects/json.ts";
import { endpointsOf } from "./endpoints-of.ts";
import { annotations, field, head, joinedMap, labels, texts } from "./fields.ts";
import type { Page } from "./page.ts";

export function describeService(page: Page, service: Json): void {
  head(page, service);
  const of = (name: string) => text(service, `spec.${name}`);
  page.row(0, "Selector:", joinedMap(dig(service, "spec.selector")));
  page.row(0, "Type:", of("type") || "ClusterIP");
  field(page, 0, "IP Family Policy", of("ipFamilyPolicy"));
  field(page, 0, "IP Families", texts(service, "spec.ipFamilies").join(","));
  page.row(0, "IP:", of("clusterIP"));
  field(page, 0, "IPs", texts(service, "spec.clusterIPs").join(","));
  field(page, 0, "External IPs", texts(service, "spec.externalIPs").join(","));
  field(page, 0, "Desired LoadBalancer IP", of("loadBalancerIP"));
  field(page, 0, "External Name", of("externalName"));
  field(page, 0, "LoadBalancer Ingress", balancers(service));
  for (const port of records(service, "spec.ports")) {
    const name = text(port, "name") || "<unset>";
    const protocol = text(port, "protocol") || "TCP";
    page.row(0, "Port:", name, `${text(port, "port")}/${protocol}`);
    page.row(0, "TargetPort:", `${text(port, "targetPort") || text(port, "port")}/${protocol}`);
    const nodePort = text(port, "nodePort");
    if (nodePort && nodePort !== "0") page.row(0, "NodePort:", name, `${nodePort}/${protocol}`);
    page.row(0, "Endpoints:", endpointsOf(page, text(port, "name")));
  }
  page.row(0, "Session Affinity:", of("sessionAffinity"));
  field(page, 0, "External Traffic Policy", of("externalTrafficPolicy"));
  field(page, 0, "Internal Traffic Policy", of("internalTrafficPolicy"));
  const health = of("healthCheckNodePort");
  if (health && health !== "0") page.row(0, "HealthCheck NodePort:", health);
  field(page, 0, "LoadBalancer Source Ranges", texts(service, "spec.loadBalancerSourceRanges").join(","));
}

function balancers(object: Json): string {
  const all = records(object, "status.loadBalancer.ingress");
  return all.map((one) => text(one, "ip") || text(one, "hostname")).join(",");
}

function backendText(backend: unknown): string {
  const service = text(backend, "service.name") || text(backend, "serviceName");
  if (service) {
    const port =
      text(backend, "service.port.number") || text(backend, "service.port.name") || text(backend, "servicePort");
    return `${service}:${port}`;
  }
  if (!isThere(backend, "resource")) return "<default>";
  return `APIGroup: ${text(backend, "resource.apiGroup")}, Kind: ${text(backend, "resource.kind")}, Name: ${text(backend, "resource.name")}`;
}

export function describeIngress(page: Page, ingress: Json): void {
  field(page, 0, "Name", text(ingress, "metadata.name"));
  labels(page, "Labels", dig(ingress, "metadata.labels"));
  field(page, 0, "Namespace", text(ingress, "metadata.namespace"));
  page.row(0, "Address:", balancers(ingress));
  page.row(0, "Ingress Class:", text(ingress, "spec.ingressClassName") || "<none>");
  const fallback = dig(ingress, "spec.defaultBackend") ?? dig(ingress, "spec.backend");
  page.row(0, "Default backend:", backendText(fallback));
  const tls = records(ingress, "spec.tls");
  if (tls.length > 0) page.row(0, "TLS:");
  for (const one of tls) {
    const hosts = texts(one, "hosts").join(",");
    const secret = text(one, "secretName");
    page.row(1, secret ? `${secret} terminates ${hosts}` : `SNI routes ${hosts}`);
  }
  page.row(0, "Rules:");
  page.row(1, "Host", "Path", "Backends");
  page.row(1, "----", "----", "--------");
  const rules = records(ingress, "spec.rules").filter((rule) => isThere(rule, "http"));
  if (rules.length === 0) page.row(1, "*", "*", backendText(fallback));
  for (const rule of rules) {
    page.row(1, text(rule, "host") || "*", "");
    for (const path of records(rule, "http.paths")) page.row(1, "", text(path, "path"), backendText(path.backend));
  }
  annotations(page, ingress);
}

export function describeNetworkPolicy(page: Page, policy: Json): void {
  head(page, policy);
  page.row(0, "Spec:");
  const selector = labelSelectorText(policy, "spec.podSelector");
  const all = selector === "" || selector === "<none>";
  page.row(
    1,
    `PodSelector:     ${all ? "<none> (Allowing the specific traffic to all pods in this namespace)" : selector}`,
  );
  const types = texts(policy, "spec.policyTypes");
  const directions = [
    { type: "Ingress", rules: "spec.ingress", peer: "From", at: "from", word: "ingress" },
    { type: "Egress", rules: "spec.egress", peer: "To", at: "to", word: "egress" },
  ] as const;
  for (const direction of directions) {
    if (!types.includes(direction.type)) {
      page.row(1, `Not affecting ${direction.word} traffic`);
      continue;
    }
    page.row(1, `Allowing ${direction.word} traffic:`);
    const rules = records(policy, direction.rules);
    if (rules.length === 0) page.row(2, `<none> (Selected pods are isolated for ${direction.word} connectivity)`);
    rules.forEach((rule, index) => {
      if (index > 0) page.row(2, "----------");
      policyRule(page, { rule, peer: direction.peer, at: direction.at });
    });
  }
  page.row(1, `Policy Types: ${types.join(", ")}`);
}

function policyRule(page: Page, { rule, peer, at }: { rule: Json; peer: "From" | "To"; at: "from" | "to" }): void {
  const ports = records(rule, "ports");
  if (ports.length === 0) page.row(2, "To Port: <any> (traffic allowed to all ports)");
  for (const port of ports) page.row(2, `To Port: ${text(port, "port") || "<any>"}/${text(port, "protocol") || "TCP"}`);
  const peers = records(rule, at);
  if (peers.length === 0) {
    page.row(2, `${peer}: <any> (traffic not restricted by ${peer === "From" ? "source" : "destination"})`);
    return;
  }
  for (const one of peers) {
    page.row(2, `${peer}:`);
    if (isThere(one, "namespaceSelector"))
      page.row(3, `NamespaceSelector: ${labelSelectorText(one, "namespaceSelector") || "<none>"}`);
    if (isThere(one, "podSelector")) page.row(3, `PodSelector: ${labelSelectorText(one, "podSelector") || "<none>"}`);
    if (!isThere(one, "ipBlock")) continue;
    page.row(3, "IPBlock:");
    page.row(4, `CIDR: ${text(one, "ipBlock.cidr")}`);
    page.row(4, `Except: ${texts(one, "ipBlock.except").join(", ")}`);
  }
}

import { asText, type Json, list, property, text } from "../objects/json.ts";

/** Where kinds keep the addresses under which they are reached; `[]` stands for every item of a list. */
const pathsOf: Record<string, readonly string[]> = {
  Pod: ["status.podIP", "status.podIPs[].ip", "status.hostIP", "status.hostIPs[].ip"],
  Service: [
    "spec.clusterIP",
    "spec.clusterIPs[]",
    "spec.externalIPs[]",
    "spec.loadBalancerIP",
    "spec.externalName",
    "status.loadBalancer.ingress[].ip",
    "status.loadBalancer.ingress[].hostname",
  ],
  Node: ["status.addresses[].address"],
  Endpoints: [
    "subsets[].addresses[].ip",
    "subsets[].addresses[].hostname",
    "subsets[].notReadyAddresses[].ip",
    "subsets[].notReadyAddresses[].hostname",
  ],
  EndpointSlice: ["endpoints[].addresses[]"],
  Ingress: [
    "spec.rules[].host",
    "spec.tls[].hosts[]",
    "status.loadBalancer.ingress[].ip",
    "status.loadBalancer.ingress[].hostname",
  ],
  Route: ["spec.host", "status.ingress[].host"],
  Gateway: ["spec.listeners[].hostname", "status.addresses[].value"],
  HTTPRoute: ["spec.hostnames[]"],
};

/** IPs and host names that lead to the object, each once, as written. A headless service's "None" is no address. */
export function addressesOf(object: Json): string[] {
  const kind = text(object, "kind");
  const paths = (Object.hasOwn(pathsOf, kind) && pathsOf[kind]) || [];
  const found = paths.flatMap((path) => valuesAt(object, path.split(".")).map(asText));
  return [...new Set(found)].filter((address) => address !== "" && address !== "None");
}

function valuesAt(value: unknown, [step, ...rest]: readonly string[]): unknown[] {
  if (step === undefined) return [value];
  if (!step.endsWith("[]")) return valuesAt(property(value, step), rest);
  return list(property(value, step.slice(0, -2))).flatMap((item) => valuesAt(item, rest));
}

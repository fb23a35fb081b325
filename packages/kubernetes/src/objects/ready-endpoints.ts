import { asText, dig, type Json, list, records, text } from "./json.ts";

/** Where one port of a service leads. */
export interface ReadyEndpoints {
  /** Name of the port; absent where the addresses are of no port. */
  port?: string;
  /** `ip:port`, the first of them. */
  addresses: string[];
  total: number;
}

/** As many as kubectl prints. */
export const endpointsShown = 3;

/** Whom an EndpointSlice or Endpoints lets traffic reach, port by port. */
export function readyEndpoints(object: Json): ReadyEndpoints[] {
  const ready = records(object, "endpoints")
    .filter((endpoint) => dig(endpoint, "conditions.ready") !== false)
    .map((endpoint) => asText(list(dig(endpoint, "addresses"))[0]));
  const subsets = records(object, "subsets").map((subset) => ({
    addresses: records(subset, "addresses").map((address) => text(address, "ip")),
    ports: records(subset, "ports"),
  }));
  return [{ addresses: ready, ports: records(object, "ports") }, ...subsets].flatMap(portsOf);
}

function portsOf({ addresses, ports }: { addresses: readonly string[]; ports: readonly Json[] }): ReadyEndpoints[] {
  const known = addresses.filter((ip) => ip !== "");
  if (known.length === 0) return [];
  const [shown, total] = [known.slice(0, endpointsShown), known.length];
  if (ports.length === 0) return [{ addresses: shown, total }];
  return ports.map((port) => ({
    port: text(port, "name"),
    addresses: shown.map((ip) => `${ip.includes(":") ? `[${ip}]` : ip}:${text(port, "port")}`),
    total,
  }));
}

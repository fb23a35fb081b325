import { endpointsShown } from "../objects/ready-endpoints.ts";
import type { Page } from "./page.ts";
import { cellOf, relatedOf } from "./related-of.ts";

/** Where a port of a service leads: `ip:port` of what is ready, at most three. The capture may hold nothing that tells. */
export function endpointsOf(page: Page, port: string): string {
  const slices = relatedOf(page, "EndpointSlice", "used-by");
  const sources = slices.length > 0 ? slices : relatedOf(page, "Endpoints", "used-by");
  if (sources.length === 0) return "<not captured>";
  // Servers before this answer told but the addresses, as lists show them.
  if (sources.every(({ endpoints }) => endpoints === undefined)) {
    const cells = sources.map((one) => cellOf(one, "Endpoints"));
    return cells.filter((one) => one !== "" && one !== "<unset>").join(",");
  }
  const known = sources.flatMap(({ endpoints }) => endpoints ?? []);
  const here = known.filter((one) => one.port === undefined || one.port === port);
  const shown = here.flatMap(({ addresses }) => addresses).slice(0, endpointsShown);
  const more = here.reduce((sum, { total }) => sum + total, 0) - shown.length;
  return `${shown.join(",")}${more > 0 ? ` + ${more} more...` : ""}`;
}

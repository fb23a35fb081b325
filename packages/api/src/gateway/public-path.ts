/** First segments of which the rest of the path holds no secret. */
const plain = new Set(["trpc", "api", "healthz", "readyz", "metrics", "assets", "snapshots"]);

/**
 * The path as it may stand in a log: no query, no link token, no object key. A list of what is allowed, so that no
 * spelling of `/s/…` slips through.
 */
export function publicPath(url: string): string {
  const path = url.split(/[?#]/, 1)[0] ?? "";
  const first = path.split("/")[1] ?? "";
  if (first === "s") return "/s/:token";
  if (first === "objects") return "/objects/:key";
  if (first === "") return "/";
  return plain.has(first) ? path.slice(0, 200) : "/:other";
}

/** A small closed set of names for metrics. */
export function routeOf(url: string): string {
  const first = publicPath(url).split("/")[1] ?? "";
  if (plain.has(first) && first !== "snapshots") return first;
  return first === "objects" ? "objects" : "page";
}

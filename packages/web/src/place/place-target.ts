import type { Base, Place, Search } from "./place.ts";

/** A page's address as the router takes it: a route, what fills it, and the words of the page itself. */
export interface Target {
  to: string;
  params: Record<string, string>;
  search: Search;
}

/** The URL of `place`: the router fills and encodes the parameters, so hostile names stay inside their segment. */
export function placeTarget(base: Base, place: Exclude<Place, { page: "object-logs" }>): Target {
  const prefix = base.by === "link" ? "/s/$token" : "/snapshots/$id";
  const owner: Record<string, string> = base.by === "link" ? { token: base.token } : { id: base.id };
  const search = place.search ?? {};
  switch (place.page) {
    case "overview":
      return { to: prefix, params: owner, search };
    case "document":
      return { to: `${prefix}/documents/$sha256`, params: { ...owner, sha256: place.sha256 }, search };
    case "list":
      return {
        to: `${prefix}/r/$group/$plural`,
        params: { ...owner, group: place.group || "core", plural: place.plural },
        search,
      };
    case "object":
      return {
        to: `${prefix}/r/$group/$plural/$namespace/$name`,
        params: {
          ...owner,
          group: place.group || "core",
          plural: place.plural,
          namespace: place.namespace || "_",
          name: place.name,
        },
        search,
      };
    case "stream":
      return {
        to: `${prefix}/logs/$namespace/$pod/$container/$source`,
        params: {
          ...owner,
          namespace: place.namespace || "_",
          pod: place.pod,
          container: place.container,
          source: place.source,
        },
        search,
      };
    default:
      return { to: `${prefix}/${place.page}`, params: owner, search };
  }
}

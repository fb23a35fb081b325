import { type ObjectRef, parseObjectRef } from "./object-ref.ts";

/** The object that an address of the app shows, in the drawer or as its page; undefined for any other address. */
export function objectOfHref(href: string): ObjectRef | undefined {
  const url = URL.canParse(href) ? new URL(href) : undefined;
  if (!url) return undefined;
  const path = /^\/(?:s|snapshots)\/[^/]+\/r\/([^/]+\/[^/]+\/[^/]+\/[^/]+)\/?$/.exec(url.pathname)?.[1];
  if (path === undefined) return parseObjectRef(url.searchParams.get("open") ?? undefined);
  try {
    return parseObjectRef(decodeURIComponent(path));
  } catch {
    return undefined;
  }
}

import { objectOfHref } from "../place/object-of-href.ts";
import type { ObjectRef } from "../place/object-ref.ts";

/** What a key is about: the object whose link has the focus (a row's, mostly), else the one that is open. */
export function currentObject(): ObjectRef | undefined {
  const link = document.activeElement?.closest("a");
  return (link ? objectOfHref(link.href) : undefined) ?? objectOfHref(window.location.href);
}

import { objectOfHref } from "../place/object-of-href.ts";
import type { ObjectRef } from "../place/object-ref.ts";

/** What a key is about: the object whose link has the focus, else the one that is open, else the row one stands on. */
export function currentObject(): ObjectRef | undefined {
  const link = document.activeElement?.closest("a");
  const row = document.querySelector<HTMLAnchorElement>('#content [data-active="true"] a[href]');
  return hrefObject(link) ?? objectOfHref(window.location.href) ?? hrefObject(row);
}

function hrefObject(link: HTMLAnchorElement | null | undefined): ObjectRef | undefined {
  return link ? objectOfHref(link.href) : undefined;
}

import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import type { Place } from "./place.ts";
import { useTarget } from "./use-target.ts";

interface PlaceLinkProps {
  place: Place;
  children: ReactNode;
  className?: string | undefined;
  title?: string;
  /** For screen readers, where the content does not say it. */
  label?: string;
  /** Counts as the current page only on that very path, not on those below it. */
  exact?: boolean;
  /** Says itself whether it leads to where one is, instead of the path. */
  current?: "page" | "none";
  /** An object's own page, where the drawer would do. */
  asPage?: boolean;
}

/** A link to a place of the snapshot that is open. */
export function PlaceLink({ place, children, exact = false, label, current, asPage = false, ...rest }: PlaceLinkProps) {
  const { to, params, search } = useTarget()(place, { asPage });
  // What opens beside the page is nowhere one could already be.
  const said = current ?? (to === "." ? "none" : undefined);
  return (
    <Link
      {...rest}
      {...(label !== undefined && { "aria-label": label })}
      {...(said !== undefined && { "aria-current": said === "page" ? ("page" as const) : undefined })}
      to={to}
      params={params}
      search={search}
      resetScroll={to !== "."}
      activeOptions={{ exact, includeSearch: false }}
    >
      {children}
    </Link>
  );
}

import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useBase } from "./base-context.ts";
import type { Place } from "./place.ts";
import { placeTarget } from "./place-target.ts";

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
}

/** A link to a page of the snapshot that is open. */
export function PlaceLink({ place, children, exact = false, label, current, ...rest }: PlaceLinkProps) {
  const target = placeTarget(useBase(), place);
  return (
    <Link
      {...rest}
      {...(label !== undefined && { "aria-label": label })}
      {...(current !== undefined && { "aria-current": current === "page" ? ("page" as const) : undefined })}
      to={target.to}
      params={target.params}
      search={target.search}
      activeOptions={{ exact, includeSearch: false }}
    >
      {children}
    </Link>
  );
}

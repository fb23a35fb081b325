import { useNavigate } from "@tanstack/react-router";
import { useCallback } from "react";
import type { Place } from "./place.ts";
import { useTarget } from "./use-target.ts";

/** Goes to a place of the snapshot that is open; `replace` leaves no step for the back button. */
export function useGo(): (place: Place, options?: { replace?: boolean; asPage?: boolean }) => void {
  const target = useTarget();
  const navigate = useNavigate();
  return useCallback(
    (place, options) => {
      const { to, params, search } = target(place, options);
      void navigate({ to, params, search, replace: options?.replace ?? false, resetScroll: to !== "." });
    },
    [target, navigate],
  );
}

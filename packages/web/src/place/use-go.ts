import { useNavigate } from "@tanstack/react-router";
import { useCallback } from "react";
import { useBase } from "./base-context.ts";
import type { Place } from "./place.ts";
import { placeTarget } from "./place-target.ts";

/** Goes to a page of the snapshot that is open; `replace` leaves no step for the back button. */
export function useGo(): (place: Place, options?: { replace?: boolean }) => void {
  const base = useBase();
  const navigate = useNavigate();
  return useCallback(
    (place, options) => {
      void navigate({ ...placeTarget(base, place), replace: options?.replace ?? false });
    },
    [base, navigate],
  );
}

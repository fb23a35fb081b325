import { useNavigate, useParams } from "@tanstack/react-router";
import { useCallback } from "react";
import type { Search } from "../place/place.ts";

/** Goes to the same page, with all that is chosen on it, of another of one's snapshots. */
export function useGoToSnapshot(): (id: string) => void {
  const navigate = useNavigate();
  const params: Readonly<Record<string, unknown>> = useParams({ strict: false });
  return useCallback(
    (id) =>
      void navigate({ to: ".", params: { ...params, id }, search: (before: Search) => before, resetScroll: false }),
    [navigate, params],
  );
}

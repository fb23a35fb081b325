import { notifyManager, type Query, useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useState, useSyncExternalStore } from "react";
import { failureOf } from "./failure-of.ts";

/**
 * Whether answers come: all is well, this browser has no network, the server does not answer, it does but one of its
 * engines does not, or all do again.
 */
export type Reach = "fine" | "offline" | "away" | "engineAway" | "back";

/** How long "it answers again" stays. */
const backMs = 6_000;

/** Watches all that is asked, by whatever page. When the network comes back, what failed is asked again at once. */
export function useReach(): Reach {
  const queryClient = useQueryClient();
  const [offline, setOffline] = useState(() => !navigator.onLine);
  const cache = queryClient.getQueryCache();
  const missing = useSyncExternalStore(
    // A part may ask while it renders: told at once, this one would be set in the middle of that.
    useCallback((onChange: () => void) => cache.subscribe(notifyManager.batchCalls(onChange)), [cache]),
    () => missingFor(cache.getAll()),
  );
  const [back, setBack] = useState(false);
  useEffect(() => {
    const turn = () => {
      setOffline(!navigator.onLine);
      if (navigator.onLine) void queryClient.refetchQueries({ type: "active", predicate: isUnanswered });
    };
    window.addEventListener("online", turn);
    window.addEventListener("offline", turn);
    return () => {
      window.removeEventListener("online", turn);
      window.removeEventListener("offline", turn);
    };
  }, [queryClient]);
  const unreached = offline || missing !== undefined;
  useEffect(() => {
    if (!unreached) return;
    // Runs when it is reached again.
    return () => setBack(true);
  }, [unreached]);
  useEffect(() => {
    if (!back || unreached) return;
    const timer = setTimeout(() => setBack(false), backMs);
    return () => clearTimeout(timer);
  }, [back, unreached]);
  if (offline) return "offline";
  if (missing) return missing;
  return back ? "back" : "fine";
}

/** Where even one question does not reach the server, the engines behind it are no matter yet. */
function missingFor(queries: readonly Query[]): "away" | "engineAway" | undefined {
  const unanswered = queries.filter(isUnanswered);
  if (unanswered.length === 0) return undefined;
  return unanswered.every(({ state }) => failureOf(state.error).answered) ? "engineAway" : "away";
}

/** A page that was left no longer asks, so its failure says nothing about now. */
function isUnanswered(query: Query): boolean {
  const { error } = query.state;
  return query.isActive() && error !== null && failureOf(error).code === "UNAVAILABLE";
}

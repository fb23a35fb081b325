import type { AnyRouter } from "@tanstack/react-router";
import { useEffect } from "react";
import { prefetchParts } from "./prefetch-parts.ts";

/** Prefetches once the first page is drawn, and again when the network comes back. */
export function usePrefetch(router: AnyRouter): void {
  useEffect(() => {
    const gone = new AbortController();
    const start = () => void prefetchParts(gone.signal);
    const unsubscribe = router.subscribe("onRendered", () => {
      unsubscribe();
      start();
    });
    window.addEventListener("online", start, { signal: gone.signal });
    return () => {
      unsubscribe();
      gone.abort();
    };
  }, [router]);
}

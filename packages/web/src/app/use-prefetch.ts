import type { AnyRouter } from "@tanstack/react-router";
import { useEffect } from "react";
import { prefetchParts } from "./prefetch-parts.ts";

/** A page is still busy with its own answers when it is first drawn: they come before what may be wanted later. */
const settleMs = 2_000;

/** Prefetches once the first page is drawn, and again when the network comes back. */
export function usePrefetch(router: AnyRouter): void {
  useEffect(() => {
    const gone = new AbortController();
    const start = () => void prefetchParts(gone.signal);
    const unsubscribe = router.subscribe("onRendered", () => {
      unsubscribe();
      const timer = setTimeout(start, settleMs);
      gone.signal.addEventListener("abort", () => clearTimeout(timer));
    });
    window.addEventListener("online", start, { signal: gone.signal });
    return () => {
      unsubscribe();
      gone.abort();
    };
  }, [router]);
}

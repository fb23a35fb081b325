import type { Snapshot } from "@kubin/schema";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { failureOf } from "./failure-of.ts";
import { isGone } from "./is-gone.ts";
import { isLive } from "./is-live.ts";
import { type SnapshotAccess, snapshotKey, snapshotQuery } from "./snapshot-access.ts";

/** Should the subscription break (a proxy that buffers), asking now and then still moves the page. */
const askAgainMs = 5_000;
/** Content is asked again at most this often while parts are being indexed. */
const refreshMs = 1_500;

/** The snapshot, live until it is settled: its state by subscription, its content asked again as parts are indexed. */
export function useLiveSnapshot(access: SnapshotAccess) {
  const queryClient = useQueryClient();
  const query = useQuery({
    ...snapshotQuery(access),
    refetchInterval: ({ state }) => {
      if (state.error) return isGone(failureOf(state.error).code) ? false : askAgainMs;
      return state.data && isLive(state.data.state) ? askAgainMs : false;
    },
  });
  const snapshot = query.data;
  const id = snapshot?.id;
  const live = snapshot !== undefined && isLive(snapshot.state);
  const step = snapshot ? `${snapshot.state} ${snapshot.progress.partsIndexed}` : "";

  useEffect(() => {
    if (!id || !live) return;
    const subscription = access.client.metadata.watch.subscribe(
      { snapshotId: id },
      { onData: (seen) => queryClient.setQueryData<Snapshot>(snapshotKey(access), seen), onError: () => undefined },
    );
    return () => subscription.unsubscribe();
  }, [access, queryClient, id, live]);

  useEffect(() => {
    if (!id) return;
    // An answer that says "not there" may be about one object, or about the whole link: look which.
    return queryClient.getQueryCache().subscribe((event) => {
      if (event.type !== "updated" || event.action.type !== "error") return;
      const [reader, what] = event.query.queryKey;
      const { code } = failureOf(event.action.error);
      if (reader !== access.reader || what !== "content" || code === "BAD_INPUT" || !isGone(code)) return;
      void queryClient.invalidateQueries({ queryKey: snapshotKey(access) });
    });
  }, [access, queryClient, id]);

  const shown = useRef({ step: "", atMs: 0 });
  useEffect(() => {
    if (!id || shown.current.step === step) return;
    const first = shown.current.step === "";
    shown.current.step = step;
    if (first) return;
    const refresh = () => {
      shown.current.atMs = Date.now();
      void queryClient.invalidateQueries({ queryKey: [access.reader, "content", id] });
    };
    const waitMs = live ? shown.current.atMs + refreshMs - Date.now() : 0;
    const timer = setTimeout(refresh, Math.max(0, waitMs));
    return () => clearTimeout(timer);
  }, [access.reader, queryClient, id, live, step]);

  return query;
}

import type { LogLine } from "@kubin/schema";
import { useRouter } from "@tanstack/react-router";
import { useCallback } from "react";
import { useBase } from "../place/base-context.ts";
import { placeTarget } from "../place/place-target.ts";

/** The address of a line in its whole log. A plain address: a router link in each of fifty rows costs a frame. */
export function useStreamHref(): (line: LogLine) => string {
  const router = useRouter();
  const base = useBase();
  return useCallback(
    ({ namespace, pod, container, source, line }) => {
      const { to, params } = placeTarget(base, { page: "stream", namespace, pod, container, source });
      return `${router.buildLocation({ to, params, search: {} }).href}?line=${line + 1}`;
    },
    [router, base],
  );
}

import { QueryClient } from "@tanstack/react-query";
import { failureOf } from "../data/failure-of.ts";

const tryAgainMs = 5_000;

/** Answers about a settled snapshot never change, so they stay; only a server that is away is asked again. */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: Number.POSITIVE_INFINITY,
        gcTime: 10 * 60_000,
        retry: false,
        refetchOnWindowFocus: false,
        networkMode: "always",
        refetchInterval: (query) =>
          query.state.error && failureOf(query.state.error).code === "UNAVAILABLE" ? tryAgainMs : false,
      },
    },
  });
}

import { isTRPCClientError } from "@trpc/client";

/** `Retry-After` of the answer behind this error; null where none came or it says nothing. */
export function retryAfterOf(error: unknown): string | null {
  for (let one = error, depth = 0; depth < 6; depth++) {
    const answer = isTRPCClientError(one) ? one.meta?.response : one;
    if (answer instanceof Response) return answer.headers.get("retry-after");
    if (!(one instanceof Error)) return null;
    one = one.cause;
  }
  return null;
}

import { translateError } from "./translate-error.ts";

/**
 * `source` until it ends or `signal` aborts. Errors come out translated, since what a stream throws passes no
 * middleware, and an untranslated one makes tRPC's client ask again for ever.
 */
export async function* untilTheCallerLeaves<T>(signal: AbortSignal, source: AsyncIterable<T>): AsyncGenerator<T, void> {
  try {
    for await (const item of source) {
      if (signal.aborted) return;
      yield item;
    }
  } catch (error) {
    if (signal.aborted) return;
    throw translateError(error, undefined).error;
  }
}

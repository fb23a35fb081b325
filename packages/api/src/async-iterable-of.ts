import { z } from "zod";

/** Output parser of a subscription: each item passes `item` on its way out. Leaving the loop leaves the source. */
export function asyncIterableOf<Item extends z.ZodType>(item: Item) {
  return z
    .custom<AsyncIterable<z.input<Item>>>(isAsyncIterable, "expected a stream")
    .transform(async function* (source): AsyncGenerator<z.output<Item>, void, unknown> {
      for await (const value of source) yield await item.parseAsync(value);
    });
}

function isAsyncIterable(value: unknown): boolean {
  return typeof value === "object" && value !== null && Symbol.asyncIterator in value;
}

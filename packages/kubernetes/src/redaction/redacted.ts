import type { JsonObject } from "../bundle/json-object.ts";

declare const redacted: unique symbol;

/**
 * Marks what went through redaction. Only `seal` makes one, and packing takes nothing else, so that captured content
 * cannot get around this step: code that tries does not compile.
 */
export type Redacted<T> = T & { readonly [redacted]: true };

/** One object, ready to be packed. */
export interface RedactedItem {
  /** As the path tells; undefined where only the kind does. */
  plural: string | undefined;
  object: Redacted<JsonObject>;
}

/** Guarantees that `value` is the outcome of a redaction rule. For this folder alone: it is not exported further. */
export function seal<T>(value: T): Redacted<T> {
  return value as Redacted<T>;
}

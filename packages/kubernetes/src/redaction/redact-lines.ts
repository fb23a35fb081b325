import { type Redacted, seal } from "./redacted.ts";
import { createLineMasker } from "./text/line-masker.ts";
import type { RedactLinesOptions } from "./text/masked-line.ts";

/**
 * Content of a log or text document, chunk by chunk, with a mark in the place of each secret. The number of lines stays,
 * bytes that are no UTF-8 too; the same bytes come out however the content is cut into chunks; a second time changes nothing.
 */
export function redactLines(
  content: AsyncIterable<Uint8Array>,
  opts: RedactLinesOptions,
): Redacted<AsyncIterable<Uint8Array>> {
  return seal(masked(content, opts));
}

async function* masked(content: AsyncIterable<Uint8Array>, opts: RedactLinesOptions): AsyncGenerator<Uint8Array> {
  const masker = createLineMasker(opts);
  for await (const chunk of content) yield* masker.push(chunk);
  yield* masker.end();
}

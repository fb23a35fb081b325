import type { Part } from "../logs-args.ts";

/** The first or the last lines of all pages; all of them where `part` is undefined. Of the last ones only those are held. */
export async function* partOfLines<T>(pages: AsyncIterable<T[]>, part: Part | undefined): AsyncGenerator<T[]> {
  if (part === undefined) return yield* pages;
  if (part.from === "start") return yield* firstOf(pages, part.lines);
  yield await lastOf(pages, part.lines);
}

async function* firstOf<T>(pages: AsyncIterable<T[]>, count: number): AsyncGenerator<T[]> {
  let left = count;
  if (left === 0) return;
  for await (const page of pages) {
    yield page.slice(0, left);
    left -= page.length;
    if (left <= 0) return;
  }
}

async function lastOf<T>(pages: AsyncIterable<T[]>, count: number): Promise<T[]> {
  let kept: T[] = [];
  for await (const page of pages) {
    kept.push(...page);
    // Not with every page: of a long tail each would copy all of it.
    if (kept.length > 2 * count + 5_000) kept = kept.slice(kept.length - count);
  }
  return kept.slice(Math.max(0, kept.length - count));
}

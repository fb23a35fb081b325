import type { PlacedLine } from "./placed-line.ts";

/** The next line of one stream, and where the others come from. */
interface Head {
  pages: AsyncIterator<PlacedLine[]>;
  page: PlacedLine[];
  at: number;
  /** Among the streams: of lines of the same time the first stream's come first. */
  rank: number;
}

/** Streams whose first page is fetched at the same time. */
const parallel = 8;
const batchLines = 500;

/**
 * Lines of several streams as one: each stream keeps its own order, and of all next lines the earliest comes first.
 * A line without a time, or with one that goes back, so stays behind the line before it in its stream. Holds a page of
 * each stream.
 */
export async function* mergeByTime(streams: readonly AsyncIterable<PlacedLine[]>[]): AsyncGenerator<PlacedLine[]> {
  const iterators = streams.map((stream) => stream[Symbol.asyncIterator]());
  try {
    const heads = await firstHeads(iterators);
    let batch: PlacedLine[] = [];
    for (let head = heads.shift(); head !== undefined; ) {
      const line = head.page[head.at];
      if (line) batch.push(line);
      head.at += 1;
      const isThere = head.at < head.page.length || (await nextPage(head));
      // Most of the time the same stream goes on.
      const next = heads[0];
      if (!isThere) head = heads.shift();
      else if (next && comesBefore(next, head)) {
        insert(heads, head);
        head = heads.shift();
      }
      if (batch.length < batchLines && head !== undefined) continue;
      yield batch;
      batch = [];
    }
  } finally {
    await Promise.all(iterators.map((one) => one.return?.()));
  }
}

async function firstHeads(iterators: readonly AsyncIterator<PlacedLine[]>[]): Promise<Head[]> {
  const heads: Head[] = [];
  for (let from = 0; from < iterators.length; from += parallel) {
    const some = iterators.slice(from, from + parallel).map(async (pages, index) => {
      const head: Head = { pages, page: [], at: 0, rank: from + index };
      return (await nextPage(head)) ? head : undefined;
    });
    for (const head of await Promise.all(some)) if (head) insert(heads, head);
  }
  return heads;
}

/** Goes on to the next page with a line; false behind the last one. */
async function nextPage(head: Head): Promise<boolean> {
  do {
    const next = await head.pages.next();
    if (next.done) return false;
    head.page = next.value;
  } while (head.page.length === 0);
  head.at = 0;
  return true;
}

/** Times are ISO 8601 in UTC with nine digits of a second: in order of time as they are in order of text. */
function comesBefore(one: Head, other: Head): boolean {
  const [time, otherTime] = [timeOf(one), timeOf(other)];
  return time === otherTime ? one.rank < other.rank : time < otherTime;
}

function timeOf(head: Head): string {
  return head.page[head.at]?.time ?? "";
}

function insert(heads: Head[], head: Head): void {
  let [low, high] = [0, heads.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const there = heads[middle];
    if (there && comesBefore(there, head)) low = middle + 1;
    else high = middle;
  }
  heads.splice(low, 0, head);
}

import type { KubinClient } from "@kubin/client";
import type { LogLine } from "@kubin/schema";

/** Consecutive lines of one stream that hold at least one hit. */
export interface Block {
  lines: ShownLine[];
  /** The first block of all: no separator before it. */
  first: boolean;
}

export type ShownLine = LogLine & { hit?: boolean };

/** Requests under way at the same time. */
const parallel = 6;

/**
 * Makes of hits blocks with the lines around them, in the order of the hits. What one block showed no later one shows
 * again, as `grep -C` does. To be called page by page; it remembers what was shown.
 */
export function createAround(opts: { client: KubinClient; snapshotId: string; around: number }) {
  const shown = new Map<string, Set<number>>();
  let first = true;

  return async (hits: readonly LogLine[]): Promise<Block[]> => {
    const blocks: Block[] = [];
    const numbers = new Set(hits.map((hit) => `${keyOf(hit)}\n${hit.line}`));
    for (let at = 0; at < hits.length; at += parallel) {
      const some = hits.slice(at, at + parallel).filter((hit) => !shown.get(keyOf(hit))?.has(hit.line));
      const views = await Promise.all(some.map((hit) => linesAround(hit)));
      for (const [index, lines] of views.entries()) {
        const hit = some[index];
        if (!hit) continue;
        const seen = shown.get(keyOf(hit)) ?? new Set();
        shown.set(keyOf(hit), seen);
        const fresh = lines.filter((line) => !seen.has(line.line));
        if (!fresh.some((line) => line.line === hit.line)) continue;
        for (const line of fresh) seen.add(line.line);
        blocks.push({
          lines: fresh.map((line) => ({ ...line, hit: numbers.has(`${keyOf(line)}\n${line.line}`) })),
          first,
        });
        first = false;
      }
    }
    return blocks;
  };

  async function linesAround(hit: LogLine): Promise<LogLine[]> {
    const { namespace, pod, container, source, line } = hit;
    const stream = { namespace, pod, container, source };
    const { snapshotId, around } = opts;
    const view = await opts.client.query.linesAround.query({ snapshotId, stream, line, before: around, after: around });
    return view.lines;
  }
}

function keyOf({ namespace, pod, container, source }: LogLine): string {
  return [namespace, pod, container, source].join("\n");
}

import { run } from "../../../../infra/engines/process/run.ts";
import type { MustGather } from "./corpus/open-corpus.ts";

const fixed = [
  ...["leader changed", "etcdserver: request timed out", "connection refused", "context deadline exceeded"],
  ...["error", "handshake"],
];
const uid = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;
const address = /\b10\.\d{1,3}\.\d{1,3}\.\d{1,3}\b/g;

export interface Needle {
  text: string;
  /** Lines that have it, as rg counts them. */
  lines: number;
}

/** Phrases of real trouble, the most frequent uid and address, a frequent word, a part of words; each with its truth. */
export async function needlesOf(mustGather: MustGather): Promise<Needle[]> {
  const texts = [...fixed, mostFrequent(mustGather, uid), mostFrequent(mustGather, address)];
  const needles: Needle[] = [];
  for (const text of texts) needles.push({ text, lines: await ripgrep(mustGather, text) });
  return needles;
}

/** `rg -ciF` over the unpacked logs. */
export async function ripgrep({ logsFolder }: MustGather, text: string): Promise<number> {
  const args = ["--count", "--ignore-case", "--fixed-strings", "--text", "--no-filename", "--", text, logsFolder];
  const counts = await run("rg", args).catch(() => "");
  return counts
    .trim()
    .split("\n")
    .reduce((sum, count) => sum + Number(count), 0);
}

/** `zgrep -ciF` over the whole .tgz, the objects included: what a reader without Kubin can do with the file at hand. */
export async function zgrep({ packed }: MustGather, text: string): Promise<void> {
  await run("zgrep", ["-ciF", "--", text, packed]);
}

function mostFrequent({ logs }: MustGather, pattern: RegExp): string {
  const counts = new Map<string, number>();
  for (const { raw } of logs) {
    const text = Buffer.from(raw).toString("latin1");
    for (const [found] of text.matchAll(pattern)) counts.set(found, (counts.get(found) ?? 0) + 1);
  }
  const [first] = [...counts].sort(([, a], [, b]) => b - a);
  if (!first) throw new Error(`No log has ${pattern}.`);
  return first[0];
}

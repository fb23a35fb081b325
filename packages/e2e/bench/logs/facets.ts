import { withServer } from "../with-server.ts";
import type { LogCorpus } from "./corpus/open-corpus.ts";
import type { Measured, Row } from "./figure.ts";
import { importBundle } from "./import-bundle.ts";
import { measureReads, worstOf } from "./measure-reads.ts";
import { ripgrep } from "./needles.ts";

const texts = ["connection refused", "error", "handshake"];

/** Facets and bars beside a search, in one real snapshot. */
export async function facets({ mustGathers: [mustGather] }: LogCorpus): Promise<Row[]> {
  const all: Record<string, Measured>[] = [];
  await withServer(async ({ url }) => {
    const snapshotId = await importBundle(url, mustGather.packed);
    for (const text of texts)
      all.push(await measureReads({ url, snapshotId, text, lines: await ripgrep(mustGather, text) }));
  });
  const what = `${mustGather.name}, ${mustGather.lines} lines, worst of ${texts.length} searches`;
  return [{ what, aim: "", seen: "" }, ...worstOf(all)];
}

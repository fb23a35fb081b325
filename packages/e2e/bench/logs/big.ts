import { uploadMade } from "../../src/testbed/upload-parts.ts";
import { withServer } from "../with-server.ts";
import { allLogs } from "./corpus/all-logs.ts";
import { partsOf } from "./corpus/copies.ts";
import type { LogCorpus } from "./corpus/open-corpus.ts";
import { type Measured, mustBe, type Row } from "./figure.ts";
import { measureReads, worstOf } from "./measure-reads.ts";
import { ripgrep } from "./needles.ts";

const wantedLines = 2_400_000;
const texts = ["leader changed", "connection refused", "error", "handshake"];

/** The same questions to one snapshot of millions of lines: real ones, under other pod names on other days. */
export async function big({ mustGathers }: LogCorpus): Promise<Row[]> {
  const { logs, lines } = allLogs(mustGathers);
  const copies = Math.ceil(wantedLines / lines);
  const all: Record<string, Measured>[] = [];
  await withServer(async ({ url }) => {
    const { ticket, snapshot } = await uploadMade(url, { name: "big", parts: partsOf(logs, copies) });
    mustBe("lines", snapshot.counts.logLines, lines * copies);
    for (const text of texts) {
      let once = 0;
      for (const mustGather of mustGathers) once += await ripgrep(mustGather, text);
      all.push(await measureReads({ url, snapshotId: ticket.id, text, lines: once * copies }));
    }
  });
  const what = `one snapshot of ${lines * copies} lines, worst of ${texts.length} searches`;
  return [{ what, aim: "", seen: "" }, ...worstOf(all)];
}

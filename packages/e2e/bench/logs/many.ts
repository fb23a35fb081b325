import { createClient } from "@kubin/client";
import { rawLogsPart } from "../../src/testbed/make-parts.ts";
import { uploadMade } from "../../src/testbed/upload-parts.ts";
import { quantile, timed } from "../figures.ts";
import { withServer } from "../with-server.ts";
import type { LogCorpus, MustGather } from "./corpus/open-corpus.ts";
import { measured, mustBe, type Row, told } from "./figure.ts";

const few = 20;
const many = 2_000;
const linesEach = 60;
const atOnce = 8;

/** The first search in a snapshot that nobody asked before, with 20 small snapshots stored and with 2,000. */
export async function manySnapshots({ mustGathers: [mustGather] }: LogCorpus): Promise<Row[]> {
  const pieces = piecesOf(mustGather);
  let rows: Row[] = [];
  await withServer(async ({ url }) => {
    const searchAll = async (ids: readonly string[]) => {
      const client = createClient({ server: url });
      const ask = async (snapshotId: string) =>
        mustBe("lines", (await client.query.searchLogs.query({ snapshotId, query: "" })).lines.length, linesEach);
      const ms: number[] = [];
      for (const id of ids) ms.push((await timed(() => ask(id))).ms);
      const [first = Number.NaN, ...rest] = ms;
      return measured(first, rest);
    };
    const ids = await uploadAll(url, pieces, few);
    const withFew = await searchAll(ids);
    ids.push(...(await uploadAll(url, pieces, many - few)));
    const withMany = await searchAll(ids.slice(-few));
    console.log(`${few} snapshots: ${told(withFew)}\n${many} snapshots: ${told(withMany)}`);
    rows = [
      {
        what: `first search of a snapshot, ${many} stored against ${few}`,
        aim: "–",
        seen: `${(withMany.p50 / withFew.p50).toFixed(2)} × (p50 ${withMany.p50.toFixed(1)} / ${withFew.p50.toFixed(1)} ms, p95 ${quantile(withMany.ms, 0.95).toFixed(1)} / ${quantile(withFew.ms, 0.95).toFixed(1)} ms)`,
      },
    ];
  });
  return rows;
}

async function uploadAll(server: string, pieces: Iterator<Buffer>, count: number): Promise<string[]> {
  const ids: string[] = [];
  const uploadNext = async (): Promise<void> => {
    for (let left = count - started; left > 0; left = count - started) {
      started += 1;
      const stream = { namespace: "shop", pod: "web-0", container: "app", source: "current" } as const;
      const raw: Uint8Array = pieces.next().value;
      const { ticket, snapshot } = await uploadMade(server, {
        name: "small",
        parts: [rawLogsPart("shop", [{ stream, raw, lines: linesEach }])],
      });
      mustBe("lines of a small snapshot", snapshot.counts.logLines, linesEach);
      ids.push(ticket.id);
    }
  };
  let started = 0;
  await Promise.all(Array.from({ length: atOnce }, uploadNext));
  return ids;
}

/** So many real lines each, on and on. */
function* piecesOf({ logs }: MustGather): Generator<Buffer, never> {
  while (true) {
    for (const { raw } of logs) {
      const lines = Buffer.from(raw).toString("latin1").split("\n");
      for (let at = 0; at + linesEach < lines.length; at += linesEach)
        yield Buffer.from(`${lines.slice(at, at + linesEach).join("\n")}\n`, "latin1");
    }
  }
}

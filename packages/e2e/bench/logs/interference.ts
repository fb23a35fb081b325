import { setTimeout as delay } from "node:timers/promises";
import { createClient } from "@kubin/client";
import { uploadMade } from "../../src/testbed/upload-parts.ts";
import { timed } from "../figures.ts";
import { withServer } from "../with-server.ts";
import { allLogs } from "./corpus/all-logs.ts";
import { partsOf } from "./corpus/copies.ts";
import type { LogCorpus } from "./corpus/open-corpus.ts";
import { type Measured, measured, mustBe, type Row, told } from "./figure.ts";

const pauseMs = 50;
const quietMs = 15_000;
const uploads = 3;

/** A reader who searches again and again, alone and while other snapshots are taken in. */
export async function interference({ mustGathers }: LogCorpus): Promise<Row[]> {
  const { logs, lines } = allLogs(mustGathers);
  let rows: Row[] = [];
  await withServer(async ({ url }) => {
    const upload = async () => {
      const { ticket, snapshot } = await uploadMade(url, { name: "interference", parts: partsOf(logs) });
      mustBe("lines", snapshot.counts.logLines, lines);
      return ticket.id;
    };
    const snapshotId = await upload();
    const client = createClient({ server: url });
    const search = () => client.query.searchLogs.query({ snapshotId, query: '"connection refused"' });
    const quiet = await searchUntil(search, delay(quietMs));
    let failed: unknown;
    const uploading = (async () => {
      for (let count = 0; count < uploads; count++) await upload();
    })().catch((error: unknown) => {
      failed = error;
    });
    const busy = await searchUntil(search, uploading);
    if (failed !== undefined) throw failed;
    console.log(`quiet  ${told(quiet)}\nbusy   ${told(busy)}`);
    rows = [
      {
        what: "search p95 during an ingest against quiet",
        aim: "–",
        seen: `${(busy.p95 / quiet.p95).toFixed(1)} × (${busy.p95.toFixed(0)} / ${quiet.p95.toFixed(0)} ms; p50 ${busy.p50.toFixed(0)} / ${quiet.p50.toFixed(0)} ms)`,
      },
    ];
  });
  return rows;
}

async function searchUntil(search: () => Promise<unknown>, ended: Promise<unknown>): Promise<Measured> {
  let isOver = false;
  void ended.then(() => {
    isOver = true;
  });
  const { ms: first } = await timed(search);
  const all: number[] = [];
  while (!isOver || all.length < 7) {
    all.push((await timed(search)).ms);
    await delay(pauseMs);
  }
  return measured(first, all);
}

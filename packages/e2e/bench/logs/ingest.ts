import { createWriteStream } from "node:fs";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import type { RawLog } from "../../src/testbed/make-parts.ts";
import { uploadMade } from "../../src/testbed/upload-parts.ts";
import { quantile } from "../figures.ts";
import { withServer } from "../with-server.ts";
import { allLogs } from "./corpus/all-logs.ts";
import { partsOf } from "./corpus/copies.ts";
import type { LogCorpus } from "./corpus/open-corpus.ts";
import { openEngineAlone } from "./engine/engine-alone.ts";
import { mustBe, type Row, told } from "./figure.ts";
import { measureWork, type Worked } from "./measure-work.ts";
import { openVictoriaLogs } from "./peers/victoria-logs.ts";
import { writeJsonLines } from "./peers/write-json-lines.ts";

const runs = 7;

/**
 * Packed lines to lines that a search finds. Kubin: from the begin of the upload to COMPLETED, over HTTP. chDB alone: one
 * .gz, all in SQL. VictoriaLogs: JSON that somebody else made.
 */
export async function ingest({ mustGathers, folder }: LogCorpus): Promise<Row[]> {
  const { logs, lines, bytes } = allLogs(mustGathers);
  const parts = [...partsOf(logs)];
  const [packed, json] = [join(folder, "all.log.gz"), join(folder, "all.jsonl")];
  await writeGz(packed, logs);
  await writeJsonLines(json, logs);
  await using alone = await openEngineAlone(folder);
  await using peer = await openVictoriaLogs(folder);
  let run = 0;
  let rows: Row[] = [];
  await withServer(async ({ url, child }) => {
    const seen = await measureWork(runs, {
      kubin: {
        pid: () => child.pid,
        work: async () => {
          const { snapshot } = await uploadMade(url, { name: "ingest", parts });
          mustBe("lines in Kubin", snapshot.counts.logLines, lines);
        },
      },
      alone: {
        pid: alone.pid,
        work: async () => mustBe("lines in chDB alone", await alone.load(packed), lines),
      },
      peer: {
        pid: peer.pid,
        work: async () => {
          run += 1;
          await peer.insert(json, `run-${run}`);
          mustBe("lines in VictoriaLogs", await peer.count(`{run="run-${run}"} | stats count() lines`), lines);
        },
      },
    });
    rows = rowsOf({ lines, megabytes: bytes / 1e6 }, seen);
  });
  return rows;
}

function rowsOf(of: { lines: number; megabytes: number }, seen: Record<"kubin" | "alone" | "peer", Worked>): Row[] {
  const { kubin, alone, peer } = seen;
  for (const [name, { time, cpu }] of Object.entries(seen))
    console.log(`${name.padEnd(6)} ${told(time)}; CPU p50=${quantile(cpu, 0.5).toFixed(2)} s`);
  const rate = ({ time }: Worked) =>
    `${Math.round(of.lines / time.p50)} k lines/s, ${((of.megabytes / time.p50) * 1000).toFixed(1)} MB/s`;
  const cpu = (one: Worked) => quantile(one.cpu, 0.5);
  const beside = (other: Worked) =>
    `${(other.time.p50 / kubin.time.p50).toFixed(2)} × (${rate(other)}); by CPU time ${(cpu(other) / cpu(kubin)).toFixed(2)} ×`;
  const perMillion = ((cpu(kubin) / of.lines) * 1e6).toFixed(1);
  return [
    { what: `${of.lines} lines, ${of.megabytes.toFixed(0)} MB: upload to searchable`, aim: "–", seen: rate(kubin) },
    { what: "… CPU of server and engine, a million lines", aim: "–", seen: `${perMillion} s` },
    { what: "… speed beside chDB alone", aim: "–", seen: beside(alone) },
    { what: "… speed beside VictoriaLogs, given JSON", aim: "–", seen: beside(peer) },
  ];
}

async function writeGz(file: string, logs: readonly RawLog[]): Promise<void> {
  const raws = logs.map(({ raw }) => (raw.at(-1) === 10 ? raw : Buffer.concat([raw, Buffer.from("\n")])));
  await pipeline(Readable.from(raws), createGzip(), createWriteStream(file));
}

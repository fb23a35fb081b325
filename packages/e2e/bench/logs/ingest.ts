import { createWriteStream } from "node:fs";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import type { RawLog } from "../../src/testbed/make-parts.ts";
import { uploadMade } from "../../src/testbed/upload-parts.ts";
import { withServer } from "../with-server.ts";
import { partsOf } from "./corpus/copies.ts";
import type { LogCorpus } from "./corpus/open-corpus.ts";
import { openEngineAlone } from "./engine/engine-alone.ts";
import { type Measured, measureByTurns, mustBe, type Row, told } from "./figure.ts";
import { openVictoriaLogs } from "./peers/victoria-logs.ts";
import { writeJsonLines } from "./peers/write-json-lines.ts";

const runs = 7;

/**
 * Packed lines to lines that a search finds. Kubin: from the begin of the upload to COMPLETED, over HTTP. chDB alone: one
 * .gz, all in SQL. VictoriaLogs: JSON that somebody else made.
 */
export async function ingest({ mustGathers, folder }: LogCorpus): Promise<Row[]> {
  const logs = mustGathers.flatMap((one, index) => one.logs.map((log) => distinct(log, index)));
  const lines = logs.reduce((sum, log) => sum + log.lines, 0);
  const megabytes = logs.reduce((sum, log) => sum + log.raw.length, 0) / 1e6;
  const parts = [...partsOf(logs)];
  const [packed, json] = [join(folder, "all.log.gz"), join(folder, "all.jsonl")];
  await writeGz(packed, logs);
  await writeJsonLines(json, logs);
  await using alone = await openEngineAlone(folder);
  await using peer = await openVictoriaLogs(folder);
  let run = 0;
  let seen: Record<"kubin" | "alone" | "peer", Measured> | undefined;
  await withServer(async ({ url }) => {
    seen = await measureByTurns(runs, {
      kubin: async () => {
        const { snapshot } = await uploadMade(url, { name: "ingest", parts });
        mustBe("lines in Kubin", snapshot.counts.logLines, lines);
      },
      alone: async () => mustBe("lines in chDB alone", await alone.load(packed), lines),
      peer: async () => {
        run += 1;
        await peer.insert(json, `run-${run}`);
        mustBe("lines in VictoriaLogs", await peer.count(`{run="run-${run}"} | stats count() lines`), lines);
      },
    });
  });
  if (!seen) return [];
  for (const [name, measured] of Object.entries(seen)) console.log(`${name.padEnd(6)} ${told(measured)}`);
  const rate = ({ p50 }: Measured) =>
    `${Math.round(lines / p50)} k lines/s, ${((megabytes / p50) * 1000).toFixed(1)} MB/s`;
  const ratio = (other: Measured) => (other.p50 / (seen?.kubin.p50 ?? Number.NaN)).toFixed(2);
  return [
    { what: `${lines} lines, ${megabytes.toFixed(0)} MB: upload to searchable`, aim: "–", seen: rate(seen.kubin) },
    { what: "… speed beside chDB alone", aim: "–", seen: `${ratio(seen.alone)} × (${rate(seen.alone)})` },
    { what: "… speed beside VictoriaLogs, given JSON", aim: "–", seen: `${ratio(seen.peer)} × (${rate(seen.peer)})` },
  ];
}

/** Two clusters may have pods of one name. */
export function distinct({ stream, raw, lines }: RawLog, cluster: number): RawLog {
  return { stream: cluster === 0 ? stream : { ...stream, pod: `${stream.pod}-c${cluster}` }, raw, lines };
}

async function writeGz(file: string, logs: readonly RawLog[]): Promise<void> {
  const raws = logs.map(({ raw }) => (raw.at(-1) === 10 ? raw : Buffer.concat([raw, Buffer.from("\n")])));
  await pipeline(Readable.from(raws), createGzip(), createWriteStream(file));
}

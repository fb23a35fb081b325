import { join } from "node:path";
import { createClient, type KubinClient } from "@kubin/client";
import { formatQuery } from "@kubin/logs";
import { quantile } from "../figures.ts";
import { withServer } from "../with-server.ts";
import type { LogCorpus, MustGather } from "./corpus/open-corpus.ts";
import { geometricMean, type Measured, measureByTurns, mustBe, type Row, told } from "./figure.ts";
import { importBundle } from "./import-bundle.ts";
import { type Needle, needlesOf, ripgrep, zgrep } from "./needles.ts";
import { logsQlOf } from "./peers/logs-ql.ts";
import { openVictoriaLogs, type VictoriaLogs } from "./peers/victoria-logs.ts";
import { writeJsonLines } from "./peers/write-json-lines.ts";

const runs = 11;

type Asked = "newest" | "count" | "rg" | "zgrep" | "peerNewest" | "peerCount";

interface Seen {
  /** What VictoriaLogs was asked. */
  logsQl: string;
  measured: Record<Asked, Measured>;
  /** Time over HTTP without that of the engine, per newest-100. */
  overhead: number[];
}

/** Eight needles in one real snapshot: newest 100 and count over HTTP, beside rg, zgrep and VictoriaLogs. */
export async function search({ mustGathers: [mustGather], folder }: LogCorpus): Promise<Row[]> {
  const needles = await needlesOf(mustGather);
  await using peer = await openVictoriaLogs(folder);
  const json = join(folder, "one.jsonl");
  await writeJsonLines(json, mustGather.logs);
  await peer.insert(json, "one");
  const all: Seen[] = [];
  await withServer(async ({ url }) => {
    const snapshotId = await importBundle(url, mustGather.packed);
    const client = createClient({ server: url });
    for (const needle of needles) {
      const seen = await askAll({ client, snapshotId, mustGather, peer, needle });
      all.push(seen);
      console.log(`"${needle.text}": ${needle.lines} lines; VictoriaLogs is asked ${seen.logsQl}`);
      for (const [name, measured] of Object.entries(seen.measured))
        console.log(`  ${name.padEnd(10)} ${told(measured)}`);
    }
  });
  return rowsOf(mustGather, all);
}

async function askAll(opts: {
  client: KubinClient;
  snapshotId: string;
  mustGather: MustGather;
  peer: VictoriaLogs;
  needle: Needle;
}): Promise<Seen> {
  const { client, snapshotId, mustGather, peer, needle } = opts;
  const query = { snapshotId, query: formatQuery({ type: "phrase", text: needle.text }) };
  mustBe(`"${needle.text}" in Kubin`, (await client.query.countLogs.query(query)).lines, needle.lines);
  const logsQl = await logsQlOf(peer, needle);
  const overhead: number[] = [];
  const newest = async () => {
    const started = performance.now();
    const { lines, tookMs } = await client.query.searchLogs.query({ ...query, limit: 100, order: "newest" });
    overhead.push(performance.now() - started - tookMs);
    mustBe(`newest 100 of "${needle.text}"`, lines.length, Math.min(100, needle.lines));
  };
  const measured = await measureByTurns(runs, {
    newest,
    count: () => client.query.countLogs.query(query),
    rg: () => ripgrep(mustGather, needle.text),
    zgrep: () => zgrep(mustGather, needle.text),
    peerNewest: () => peer.query(`${logsQl} | sort by (_time) desc limit 100`),
    peerCount: () => peer.count(`${logsQl} | stats count() lines`),
  });
  return { logsQl, measured, overhead: overhead.slice(1) };
}

function rowsOf({ name, lines }: MustGather, all: readonly Seen[]): Row[] {
  const mean = (asked: Asked) => geometricMean(all.map(({ measured }) => measured[asked].p50));
  const worst = (asked: Asked) => Math.max(...all.map(({ measured }) => measured[asked].p95));
  const first = (asked: Asked) => geometricMean(all.map(({ measured }) => measured[asked].first));
  const times = (asked: Asked) =>
    `${mean(asked).toFixed(1)} ms (first ${first(asked).toFixed(1)}, worst p95 ${worst(asked).toFixed(1)})`;
  const ratio = (other: Asked, ours: Asked) =>
    `${(mean(other) / mean(ours)).toFixed(1)} × (${mean(other).toFixed(1)} ms)`;
  const overheads = all.flatMap(({ overhead }) => overhead);
  return [
    { what: `${name}, ${lines} lines, ${all.length} needles: newest 100 over HTTP`, aim: "–", seen: times("newest") },
    { what: "… count", aim: "–", seen: times("count") },
    { what: "… rg -ciF takes, of the count", aim: "> 1 ×", seen: ratio("rg", "count") },
    { what: "… zgrep -ciF of the .tgz takes, of the count", aim: "> 1 ×", seen: ratio("zgrep", "count") },
    { what: "… VictoriaLogs takes, newest 100", aim: "–", seen: ratio("peerNewest", "newest") },
    { what: "… VictoriaLogs takes, count", aim: "–", seen: ratio("peerCount", "count") },
    { what: "… above the engine's own time, p50", aim: "–", seen: `${quantile(overheads, 0.5).toFixed(1)} ms` },
  ];
}

import { createClient, type KubinClient } from "@kubin/client";
import { formatQuery } from "@kubin/logs";
import { withServer } from "../with-server.ts";
import type { LogCorpus, MustGather } from "./corpus/open-corpus.ts";
import { mustBe, type Row } from "./figure.ts";
import { importBundle } from "./import-bundle.ts";

/** Each must-gather through the CLI: every file has its lines, and each needle is found as often as grep finds it. */
export async function exact({ mustGathers }: LogCorpus): Promise<Row[]> {
  const rows: Row[] = [];
  await withServer(async ({ url }) => {
    for (const mustGather of mustGathers) {
      const snapshotId = await importBundle(url, mustGather.packed);
      const client = createClient({ server: url });
      const files = await compareFiles({ client, snapshotId, mustGather });
      const needles = await compareNeedles({ client, snapshotId, mustGather });
      rows.push({
        what: `${mustGather.name}: ${files} files, ${mustGather.lines} lines, ${needles} needles as counted`,
        aim: "100 %",
        seen: "100 %",
      });
    }
  });
  return rows;
}

interface Comparison {
  client: KubinClient;
  snapshotId: string;
  mustGather: MustGather;
}

/** Streams that no file tells of count too. */
async function compareFiles({ client, snapshotId, mustGather }: Comparison): Promise<number> {
  const seen = new Map<string, number>();
  let cursor: string | undefined;
  do {
    const page = await client.query.streams.query({ snapshotId, limit: 100, cursor });
    for (const { namespace, pod, container, source, lines } of page.items)
      seen.set(`${namespace}/${pod}/${container}/${source}.log`, lines);
    cursor = page.nextCursor;
  } while (cursor !== undefined);
  for (const { namespace, pod, container, file, lines } of mustGather.files) {
    const name = `${namespace}/${pod}/${container}/${file}`;
    mustBe(name, seen.get(name) ?? 0, lines);
    seen.delete(name);
  }
  mustBe(`streams of no file (${[...seen.keys()].slice(0, 3).join(", ")})`, seen.size, 0);
  return mustGather.files.length;
}

async function compareNeedles({ client, snapshotId, mustGather }: Comparison): Promise<number> {
  const wrong: string[] = [];
  for (const { needle, lines } of mustGather.needles) {
    const query = formatQuery({ type: "phrase", text: needle });
    const found = await client.query.countLogs.query({ snapshotId, query });
    if (found.lines !== lines) wrong.push(`"${needle}": ${found.lines}, grep ${lines}`);
  }
  if (wrong.length > 0) throw new Error(`${mustGather.name}: ${wrong.join("; ")}`);
  return mustGather.needles.length;
}

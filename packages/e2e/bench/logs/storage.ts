import { uploadMade } from "../../src/testbed/upload-parts.ts";
import { withServer } from "../with-server.ts";
import { allLogs } from "./corpus/all-logs.ts";
import { partsOf } from "./corpus/copies.ts";
import type { LogCorpus } from "./corpus/open-corpus.ts";
import { askEngine, engineOf } from "./engine/ask-engine.ts";
import { mustBe, type Row } from "./figure.ts";

interface Stored {
  total: number;
  index: number;
  /** Name and bytes of each column. */
  columns: [string, number][];
}

/** Bytes that the engine keeps of the lines, after all merges, with its index of words and without. */
export async function storage({ mustGathers }: LogCorpus): Promise<Row[]> {
  const { logs, lines, bytes } = allLogs(mustGathers);
  const store = async (textIndex: boolean): Promise<Stored> => {
    let stored: Stored | undefined;
    await withServer(async (server) => {
      const ask = (sql: string) => askEngine(engineOf(server), sql);
      // As an installation without the index has it; only new parts know.
      if (!textIndex) await ask("ALTER TABLE log_lines DROP INDEX message_text");
      const { snapshot } = await uploadMade(server.url, { name: "storage", parts: partsOf(logs) });
      mustBe("lines", snapshot.counts.logLines, lines);
      await ask("OPTIMIZE TABLE log_lines FINAL");
      stored = await readStored(ask);
    });
    if (!stored) throw new Error("Nothing was stored.");
    return stored;
  };
  const share = (part: number) => `${((part / bytes) * 100).toFixed(1)} %`;
  const indexed = await store(true);
  const plain = await store(false);
  for (const [name, size] of indexed.columns)
    console.log(`  ${name.padEnd(14)} ${String(size).padStart(10)} bytes, ${share(size)}`);
  return [
    {
      what: `bytes on disk of ${(bytes / 1e6).toFixed(0)} MB raw, with the index`,
      aim: "–",
      seen: share(indexed.total),
    },
    { what: "… of them the index", aim: "–", seen: share(indexed.index) },
    { what: "… without the index", aim: "–", seen: share(plain.total) },
    {
      what: "… largest columns",
      aim: "–",
      seen: largest(indexed)
        .map(([name, size]) => `${name} ${share(size)}`)
        .join(", "),
    },
  ];
}

async function readStored(ask: (sql: string) => Promise<string>): Promise<Stored> {
  const where = "WHERE active AND database = currentDatabase() AND table = 'log_lines'";
  const sums = await ask(
    `SELECT sum(bytes_on_disk), sum(secondary_indices_compressed_bytes) FROM system.parts ${where} FORMAT TSV`,
  );
  const [total, index] = sums.split("\t").map(Number);
  const columns = await ask(
    `SELECT column, sum(column_bytes_on_disk) AS bytes FROM system.parts_columns ${where} GROUP BY column ORDER BY bytes DESC FORMAT TSV`,
  );
  const rows = columns.split("\n").map((row) => row.split("\t"));
  return { total: total ?? 0, index: index ?? 0, columns: rows.map(([name = "", bytes]) => [name, Number(bytes)]) };
}

function largest({ columns }: Stored): [string, number][] {
  return columns.slice(0, 5);
}

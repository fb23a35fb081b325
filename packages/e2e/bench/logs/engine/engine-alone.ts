import { mkdtemp, rm } from "node:fs/promises";
import { join } from "node:path";
import { startLogEngine } from "@kubin/embedded";
import { askEngine } from "./ask-engine.ts";

export interface EngineAlone extends AsyncDisposable {
  pid(): number | undefined;
  /** Empties the table, reads the file (one line a row) into it, and returns how many lines it then finds. */
  load(file: string): Promise<number>;
}

const levels = "Enum8('unknown' = 0, 'trace' = 1, 'debug' = 2, 'info' = 3, 'warn' = 4, 'error' = 5, 'fatal' = 6)";

const table = `CREATE TABLE lines (
  line UInt64 CODEC(Delta(8), ZSTD(1)),
  ts DateTime64(9, 'UTC') CODEC(Delta(8), ZSTD(1)),
  level ${levels},
  message String CODEC(ZSTD(1)),
  INDEX message_text lower(message) TYPE text(tokenizer = splitByNonAlpha)
) ENGINE = MergeTree ORDER BY line`;

/** chDB with nothing in front of it but its bridge: the same engine and the same index, all of the parsing in SQL. */
export async function openEngineAlone(folder: string): Promise<EngineAlone> {
  const dir = await mkdtemp(join(folder, "alone-"));
  const silent = (): void => undefined;
  const engine = await startLogEngine({
    dataDir: join(dir, "data"),
    socketDir: dir,
    lockAddress: join(dir, "lock"),
    log: { debug: silent, info: silent, warn: silent, error: silent },
  });
  const ask = (sql: string) => askEngine(engine.socketPath, sql);
  await ask(table);
  return {
    pid: () => engine.pid(),
    load: async (file) => {
      await ask("TRUNCATE TABLE lines");
      await ask(insertOf(file));
      return Number(await ask("SELECT count() FROM lines FORMAT TSV"));
    },
    [Symbol.asyncDispose]: async () => {
      await engine.stop();
      await rm(dir, { recursive: true, force: true });
    },
  };
}

function insertOf(file: string): string {
  return `INSERT INTO lines
WITH substring(line, 1, position(line, ' ') - 1) AS head,
  parseDateTime64BestEffortOrNull(if(match(head, '^[0-9]{4}-'), head, ''), 9, 'UTC') AS at,
  if(at IS NULL, line, substring(line, length(head) + 2)) AS body,
  extract(substring(body, 1, 512), '(?i)(?:"level":"|level=)([a-z]+)') AS word
SELECT rowNumberInAllBlocks(), ifNull(at, toDateTime64(0, 9, 'UTC')),
  transform(if(match(body, '^[IWEF][0-9]{4} '), substring(body, 1, 1), lower(word)),
    ['I', 'W', 'E', 'F', 'trace', 'debug', 'info', 'warn', 'warning', 'error', 'fatal'],
    ['info', 'warn', 'error', 'fatal', 'trace', 'debug', 'info', 'warn', 'warn', 'error', 'fatal'], 'unknown'),
  body
FROM file('${file}', 'LineAsString', 'line String')`;
}

import type { Session } from "chdb";
import { refusal } from "./clickhouse-exception.ts";
import { placeholdersOf } from "./mask-statement.ts";
import { type BridgeRequest, quote } from "./read-request.ts";
import { type Statement, writeStatement } from "./read-statement.ts";

/** Per statement, unless the caller says otherwise. */
export interface EngineLimits {
  maxExecutionSeconds: number;
  maxMemoryBytes: number;
  /** Of answers in formats that must be made whole before they can be sent. */
  maxWholeAnswerBytes: number;
}

/** Formats whose blocks can be sent as they come; all others have a head, a foot or separators. */
const streamable = new Set([
  ...["JSONEachRow", "JSONStringsEachRow", "JSONCompactEachRow", "JSONCompactStringsEachRow"],
  ...["TabSeparated", "TSV", "TabSeparatedRaw", "TSVRaw", "CSV", "RowBinary", "LineAsString"],
]);

export interface RunStatement {
  session: Session;
  statement: Statement;
  request: BridgeRequest;
  mark: string;
  limits: EngineLimits;
}

/** Runs a statement that takes no rows from outside and yields its answer in pieces, never more than one at a time. */
export async function* runStatement(run: RunStatement): AsyncIterable<Uint8Array> {
  const { session, statement, request, mark, limits } = run;
  const format = statement.format ?? "TabSeparated";
  const isStream = statement.isSelect && streamable.has(format);
  const settings = settingsOf({ request, mark, limits });
  if (statement.kind === "read" && !isStream && !settings.has("max_result_bytes")) {
    settings.set("max_result_bytes", String(limits.maxWholeAnswerBytes));
  }
  await setParams({ session, statement, request });
  const sql = writeStatement(statement, settings);
  let isWhole = false;
  try {
    if (isStream) {
      for await (const chunk of session.queryStream(sql, { format })) if (chunk.numBytes > 0) yield chunk.raw();
    } else {
      const bytes = (await session.queryAsync(sql, { format })).bytes();
      if (bytes.length > 0) yield bytes;
    }
    isWhole = true;
  } finally {
    // chdb 3.4.0 keeps what a statement had written when it failed, and hands it out before the next one's answer.
    if (!isWhole) await session.queryAsync("SELECT 1").catch(() => undefined);
  }
}

/**
 * Inserts the rows of a spooled file as one block of one part: all are there or none. The file is read by one thread
 * and squashed to a single block, whatever its size, because a killed insert of several keeps those it finished.
 */
export async function runInsert(run: RunStatement & { path: string }): Promise<void> {
  const { session, statement, request, mark, limits, path } = run;
  const settings = settingsOf({ request, mark, limits });
  const oneBlock = { async_insert: 0, max_insert_threads: 1, max_threads: 1, input_format_parallel_parsing: 0 };
  const wholeFile = { min_insert_block_size_rows: 1_000_000_000, min_insert_block_size_bytes: 0 };
  for (const [name, value] of Object.entries({ ...oneBlock, ...wholeFile })) settings.set(name, String(value));
  await setParams({ session, statement, request });
  const tail = `SELECT * FROM file(${quote(path)}, ${quote(statement.format ?? "")})`;
  await session.queryAsync(writeStatement({ ...statement, tail }, settings), { format: "TabSeparated" });
}

function settingsOf(run: { request: BridgeRequest; mark: string; limits: EngineLimits }): Map<string, string> {
  const settings = new Map([
    ["max_execution_time", String(run.limits.maxExecutionSeconds)],
    ["max_memory_usage", String(run.limits.maxMemoryBytes)],
    ...run.request.settings,
  ]);
  // What a killing session looks for.
  return settings.set("log_comment", quote(run.mark));
}

/**
 * Parameters stay on a session, so a placeholder whose value is not in this very request is refused: it would be
 * filled with what another caller asked for.
 */
async function setParams(run: { session: Session; statement: Statement; request: BridgeRequest }): Promise<void> {
  const { session, statement, request } = run;
  for (const name of placeholdersOf(`${statement.head}\n${statement.settings}\n${statement.tail}`)) {
    if (!request.params.has(name)) throw refusal(456, `Substitution "${name}" is not set.`);
  }
  if (request.params.size === 0) return;
  const values = [...request.params].map(([name, wire]) => `param_${name} = ${quote(wire)}`);
  await session.queryAsync(`SET ${values.join(", ")}`);
}

import { randomUUID } from "node:crypto";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { exceptionOf, isFatal, refusal } from "./clickhouse-exception.ts";
import { readRequest } from "./read-request.ts";
import { readStatement } from "./read-statement.ts";
import { type EngineLimits, runInsert, runStatement } from "./run-statement.ts";
import { sendAnswer, sendException } from "./send-answer.ts";
import type { SessionPool } from "./session-pool.ts";
import { readBodyText, spoolBody } from "./spool-body.ts";

/** Bound parameters travel in the address; Node's 16 KiB would refuse a long search. ClickHouse allows 1 MiB. */
const maxAddressBytes = 1024 * 1024;

export interface BridgeOptions {
  pool: SessionPool;
  spoolDir: string;
  maxInsertBytes: number;
  limits: EngineLimits;
  /** The engine is beyond repair: only a new process helps. */
  onFatal: (error: unknown) => void;
}

/** The part of ClickHouse's HTTP interface that `@clickhouse/client` needs, in front of chDB. Not listening yet. */
export function serveBridge(options: BridgeOptions): Server {
  const server = createServer({ maxHeaderSize: maxAddressBytes }, (request, response) => {
    answer({ ...options, request, response }).catch((error: unknown) => {
      const exception = exceptionOf(error);
      sendException(response, exception);
      if (isFatal(exception)) options.onFatal(error);
    });
  });
  server.requestTimeout = 0;
  server.keepAliveTimeout = 60_000;
  return server;
}

interface Exchange extends BridgeOptions {
  request: IncomingMessage;
  response: ServerResponse;
}

async function answer(exchange: Exchange): Promise<void> {
  const { request, response, pool } = exchange;
  const url = new URL(request.url ?? "/", "http://bridge");
  if (url.pathname === "/ping") {
    await pool.version();
    response.writeHead(200, { "Content-Type": "text/plain; charset=UTF-8" }).end("Ok.\n");
    return;
  }
  if (url.pathname !== "/") throw refusal(36, "There is no such address.");
  await answerStatement(exchange, url);
}

async function answerStatement(exchange: Exchange, url: URL): Promise<void> {
  const { request, response, pool, limits, spoolDir, maxInsertBytes } = exchange;
  // Before anything is awaited: a caller that left meanwhile is not told of again.
  const gone = new AbortController();
  response.on("close", () => {
    if (!response.writableFinished) gone.abort(refusal(394, "The caller left."));
  });
  const asked = readRequest(url);
  const statement = readStatement(asked.query ?? (await readBodyText(request)));
  const mark = randomUUID();
  const headers = {
    "X-ClickHouse-Query-Id": asked.queryId || mark,
    "X-ClickHouse-Format": statement.format ?? "TabSeparated",
    "Content-Type": "application/octet-stream",
  };
  const lane = { mark, database: asked.database, signal: gone.signal };
  if (statement.kind === "insert") {
    if (asked.query === undefined)
      throw refusal(62, "An INSERT … FORMAT goes into the address, its rows into the body.");
    const insert = (path: string): Promise<void> =>
      pool.use({
        ...lane,
        lane: "insert",
        work: (session) => runInsert({ session, statement, request: asked, mark, limits, path }),
      });
    await spoolBody({ request, folder: spoolDir, maxBytes: maxInsertBytes, work: insert });
    response.writeHead(200, headers).end();
    return;
  }
  // A statement in the address may come with a body that must be read to its end for the connection to be used again.
  if (asked.query !== undefined && (await readBodyText(request)) !== "") throw refusal(62, "Rows without an INSERT.");
  await pool.use({
    ...lane,
    lane: statement.kind,
    work: (session) =>
      sendAnswer(request, response, {
        pieces: runStatement({ session, statement, request: asked, mark, limits }),
        headers,
        compress: asked.compress,
        signal: gone.signal,
      }),
  });
}

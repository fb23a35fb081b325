import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { createClient } from "@clickhouse/client";
import { describe, expect, it } from "vitest";
import { scope } from "./fixtures/empty-engine.ts";
import { openLogs } from "./open-logs.ts";

/** A server that answers every statement with one error of ClickHouse, or hangs up without one. */
async function failure(answer: { engineCode?: number; abort?: boolean }): Promise<unknown> {
  const stopped = new AbortController();
  const server = createServer((request, response) => {
    if (answer.abort) return stopped.abort();
    if (answer.engineCode === undefined) return void request.socket.destroy();
    response.writeHead(500, { "X-ClickHouse-Exception-Code": String(answer.engineCode) });
    response.end(`Code: ${answer.engineCode}. DB::Exception: said by the engine. (SOME_ERROR) (version 26.7)\n`);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const logs = openLogs({ client: createClient({ url: `http://127.0.0.1:${port}`, log: { level: 127 } }) });
  const { signal } = stopped;
  const error = await logs.count({ scope, query: { type: "all" }, signal }).catch((thrown: unknown) => thrown);
  await logs.close();
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  return error;
}

describe("errors of the engine", () => {
  it.each([
    [159, "TOO_LARGE"],
    [241, "TOO_LARGE"],
    [396, "TOO_LARGE"],
    [202, "UNAVAILABLE"],
    [242, "UNAVAILABLE"],
    [999, "UNAVAILABLE"],
    [243, "STORE_FULL"],
    [62, "INTERNAL"],
  ])("%i is %s, with its cause", async (engineCode, code) => {
    expect(await failure({ engineCode })).toMatchObject({ code, cause: { code: String(engineCode) } });
  });

  it("a connection that is cut is UNAVAILABLE", async () => {
    expect(await failure({})).toMatchObject({ code: "UNAVAILABLE" });
  });

  it("nobody there is UNAVAILABLE", async () => {
    const logs = openLogs({ client: createClient({ url: "http://127.0.0.1:1", log: { level: 127 } }) });
    await expect(logs.ping()).rejects.toMatchObject({ code: "UNAVAILABLE" });
    await logs.close();
  });

  it("a caller that leaves in the middle ends the wait with CANCELLED", async () => {
    expect(await failure({ abort: true })).toMatchObject({ code: "CANCELLED" });
  });
});

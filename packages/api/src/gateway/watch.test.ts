import { get, type IncomingMessage } from "node:http";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { openTestGateway, snapshotId, type TestGateway } from "../fixtures/test-gateway.ts";

let gateway: TestGateway;
beforeEach(async () => {
  gateway = await openTestGateway();
});
afterEach(() => gateway[Symbol.asyncDispose]());

interface Stream {
  res: IncomingMessage;
  said(): string;
  ended(): boolean;
}

/** An event stream, asked for as a browser does. */
function watch(id: string): Promise<Stream> {
  const path = `/trpc/metadata.watch?input=${encodeURIComponent(JSON.stringify({ snapshotId: id }))}`;
  const headers = { Accept: "text/event-stream", "Accept-Encoding": "gzip, br" };
  return new Promise((resolve, reject) => {
    const req = get({ host: "127.0.0.1", port: gateway.port, path, headers, agent: false }, (res) => {
      let said = "";
      let ended = false;
      res.on("data", (chunk: Buffer) => {
        said += chunk.toString("utf8");
      });
      for (const over of ["end", "close", "error"]) {
        res.on(over, () => {
          ended = true;
        });
      }
      resolve({ res, said: () => said, ended: () => ended });
    });
    req.on("error", reject);
  });
}

it("tells each change at once, past the compression, and ends when the snapshot is settled", async () => {
  const stream = await watch(snapshotId);
  expect(stream.res.headers["content-encoding"]).toBeUndefined();
  await vi.waitFor(() => expect(stream.said()).toContain('"state":"PROCESSING"'), 2_000);
  expect(stream.ended()).toBe(false);
  gateway.change({ name: "renamed" });
  await vi.waitFor(() => expect(stream.said()).toContain('"name":"renamed"'), 2_000);
  gateway.change({ state: "COMPLETED" });
  await vi.waitFor(() => expect(stream.said()).toMatch(/"state":"COMPLETED"[\s\S]*event: return/), 2_000);
  await vi.waitFor(() => expect(stream.ended()).toBe(true), 2_000);
  expect(gateway.watchers()).toBe(0);
});

it("stops watching when the reader leaves", async () => {
  const stream = await watch(snapshotId);
  await vi.waitFor(() => expect(stream.said()).toContain("PROCESSING"), 2_000);
  expect(gateway.watchers()).toBe(1);
  stream.res.destroy();
  await vi.waitFor(() => expect(gateway.watchers()).toBe(0), 2_000);
});

it("is cut, not ended, when the server stops: the reader shall come again", async () => {
  const stream = await watch(snapshotId);
  await vi.waitFor(() => expect(stream.said()).toContain("PROCESSING"), 2_000);
  gateway.stop();
  await vi.waitFor(() => expect(stream.ended()).toBe(true), 2_000);
  expect(stream.said()).not.toContain("event: return");
  await vi.waitFor(() => expect(gateway.watchers()).toBe(0), 2_000);
});

it("says that there is no such snapshot with a code that is not tried again", async () => {
  const stream = await watch("01890a5d-ac96-774b-bcce-b302099a8058");
  await vi.waitFor(() => expect(stream.said()).toContain("event: serialized-error"), 2_000);
  const [, data] = /event: serialized-error\s+data: (.*)/.exec(stream.said()) ?? [];
  expect(JSON.parse(data ?? "{}")).toMatchObject({ code: -32004, data: { kubin: { code: "NOT_FOUND" } } });
});

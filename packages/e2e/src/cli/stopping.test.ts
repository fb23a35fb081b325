import { readdir } from "node:fs/promises";
import { createServer, request, type Server } from "node:http";
import { join } from "node:path";
import { createClient } from "@kubin/client";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type CliWorld, openCliWorld } from "./cli-world.ts";
import { writeSmallBundle } from "./small-bundle.ts";

// All requests go through a proxy that can hold the bytes of parts back, so that a signal meets an upload under way.
let world: CliWorld;
let proxy: Server;
let proxyUrl = "";
let holding = false;
let held = 0;
const sample = new URL("../../../../samples/must-gather-aws.tar.gz", import.meta.url).pathname;

beforeAll(async () => {
  proxy = createServer((incoming, answer) => {
    if (incoming.method === "PUT" && holding) {
      held++;
      return;
    }
    const { host, port } = new URL(world.server.url);
    const headers = { ...incoming.headers, host };
    const out = request(
      { host: "127.0.0.1", port, method: incoming.method, path: incoming.url, headers },
      (response) => {
        answer.writeHead(response.statusCode ?? 500, response.headers);
        response.pipe(answer);
      },
    );
    out.on("error", () => answer.destroy());
    incoming.pipe(out);
  });
  await new Promise<void>((resolve) => proxy.listen(0, "127.0.0.1", resolve));
  const address = proxy.address();
  proxyUrl = `http://127.0.0.1:${typeof address === "object" ? address?.port : 0}`;
  world = await openCliWorld(proxyUrl);
});
afterAll(async () => {
  proxy?.closeAllConnections();
  proxy?.close();
  await world?.[Symbol.asyncDispose]();
});

const snapshots = async () => (await createClient({ server: world.server.url }).metadata.list.query({})).items;

test("Ctrl-C in mid-upload: ends within a second, says what lies where, leaves nothing here", async () => {
  holding = true;
  held = 0;
  const running = world.start(["import", sample], { env: { KUBIN_SERVER: proxyUrl } });
  const link = await running.firstLine;
  await expect.poll(() => held, { timeout: 30_000 }).toBeGreaterThan(0);
  const before = Date.now();
  running.child.kill("SIGINT");
  const { code, stdout, stderr } = await running.ended;
  holding = false;
  expect(Date.now() - before).toBeLessThan(2_000);
  expect(code).toBe(130);
  expect(stdout).toBe(`${link}\n`);
  expect(stderr).toMatch(/Stopped\..*unfinished snapshot [0-9a-f-]{36}.*kubin delete [0-9a-f-]{36} --yes/s);
  expect(await readdir(world.temporary)).toEqual([]);
  await expect.poll(async () => (await snapshots())[0]?.state, { timeout: 20_000 }).toBe("FAILED");
});

test("Ctrl-C while stdin is read: nothing was made", async () => {
  const before = (await snapshots()).length;
  const running = world.start(["import", "-"], {
    stdin: '{"apiVersion": "v1", "kind": "List", "items": [',
    keepStdin: true,
  });
  await expect.poll(async () => (await readdir(world.temporary)).length, { timeout: 20_000 }).toBeGreaterThan(0);
  running.child.kill("SIGINT");
  expect(await running.ended).toMatchObject({
    code: 130,
    stdout: "",
    stderr: expect.stringContaining("Nothing was made"),
  });
  expect(await readdir(world.temporary)).toEqual([]);
  expect(await snapshots()).toHaveLength(before);
});

test("a reader that leaves early ends the program quietly", async () => {
  const bundle = join(world.folder, "must-gather");
  await writeSmallBundle(bundle);
  expect(await world.kubin(["import", bundle, "--wait"])).toMatchObject({ code: 0 });
  const running = world.start(["get", "pods", "-o", "json", "-q"]);
  await running.firstLine;
  running.child.stdout.destroy();
  const { stderr } = await running.ended;
  expect(stderr).toBe("");
});

import { once } from "node:events";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type FaultProxy, openFaultProxy } from "./fault-proxy.ts";
import { during, expired, failing, times, tooMany, when } from "./fault-rules.ts";
import { openKube } from "./kube.ts";

const long = "x".repeat(200_000);
const server = createServer((request, answer) => {
  if (request.url === "/long") return void answer.end(long);
  answer.end(JSON.stringify({ path: request.url, token: request.headers.authorization }));
});
let folder: string;
let proxy: FaultProxy;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "kubin-fault-proxy-"));
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  const clusters = [{ name: "c", cluster: { server: `http://127.0.0.1:${port}` } }];
  const kubeconfig = join(folder, "behind");
  await writeFile(kubeconfig, JSON.stringify({ clusters, users: [{ name: "u", user: { token: "t" } }] }));
  proxy = await openFaultProxy({ kubeconfig, writeTo: join(folder, "proxied") });
});
afterAll(async () => {
  await proxy[Symbol.asyncDispose]();
  server.closeAllConnections();
  server.close();
  await rm(folder, { recursive: true });
});

describe("a proxy that fails as told", () => {
  test("passes requests with their token, and counts them and their bytes", async () => {
    proxy.use();
    using kube = await openKube(proxy.kubeconfig);
    expect(await kube.json({ path: "/a?b=1" })).toEqual({ path: "/a?b=1", token: "Bearer t" });
    await Promise.all([kube.ask({ path: "/long" }), kube.ask({ path: "/long" })]);
    const { requests, bytes, asked, faults } = proxy.counts();
    expect({ requests, faults, first: asked[0] }).toEqual({ requests: 3, faults: 0, first: "GET /a?b=1" });
    expect(bytes).toBeGreaterThan(2 * long.length);
  });

  test("answers as the API server does: 410 once, 429 with Retry-After, 5xx", async () => {
    proxy.use(
      times(1, when(/[?&]continue=/, expired())),
      times(2, when(/busy/, tooMany(3))),
      when(/broken/, failing(503)),
    );
    using kube = await openKube(proxy.kubeconfig);
    const statusOf = async (path: string) => (await kube.ask({ path })).status;
    expect([await statusOf("/l?limit=1&continue=x"), await statusOf("/l?continue=x")]).toEqual([410, 200]);
    expect([await statusOf("/busy"), await statusOf("/busy"), await statusOf("/busy")]).toEqual([429, 429, 200]);
    expect([await statusOf("/broken"), await statusOf("/broken")]).toEqual([503, 503]);
    proxy.use(times(1, when(/./, tooMany(3))));
    const { headers } = await fetch(proxy.url);
    expect(headers.get("retry-after")).toBe("3");
    proxy.use(during(0, when(/./, failing(500))));
    expect(await statusOf("/")).toBe(200);
  });

  test("hangs before the answer, or in its middle, until the client leaves", async () => {
    proxy.use(when(/never/, { kind: "hang" }), when(/long/, { kind: "stall", afterBytes: 1_000 }));
    const leaving = new AbortController();
    const never = fetch(`${proxy.url}/never`, { signal: leaving.signal });
    const stalled = await fetch(`${proxy.url}/long`, { signal: leaving.signal });
    const reader = stalled.body?.getReader();
    let got = 0;
    while (got < 1_000) got += (await reader?.read())?.value?.length ?? 0;
    expect(got).toBe(1_000);
    expect(proxy.counts().mostInFlight).toBe(2);
    const rest = reader?.read();
    leaving.abort();
    await expect(never).rejects.toThrow();
    await expect(rest).rejects.toThrow();
    await expect.poll(proxy.inFlight).toBe(0);
  });

  test("cuts the connection in the middle of an answer", async () => {
    proxy.use(times(1, when(/long/, { kind: "reset", afterBytes: 1_000 })));
    await expect(fetch(`${proxy.url}/long`).then((answer) => answer.text())).rejects.toThrow();
    expect(await (await fetch(`${proxy.url}/long`)).text()).toBe(long);
  });
});

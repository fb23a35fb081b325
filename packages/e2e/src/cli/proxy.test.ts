import { afterAll, beforeAll, expect, test } from "vitest";
import { type ConnectProxy, openConnectProxy } from "../testbed/connect-proxy.ts";
import { sample } from "../testbed/processes.ts";
import { type CliWorld, openCliWorld } from "./cli-world.ts";

let world: CliWorld;
let proxy: ConnectProxy;
beforeAll(async () => {
  world = await openCliWorld();
  proxy = await openConnectProxy();
});
afterAll(async () => {
  await proxy?.[Symbol.asyncDispose]();
  await world?.[Symbol.asyncDispose]();
});

test("uploads go through the proxy of the environment, and past it where NO_PROXY says so", async () => {
  const env = { HTTP_PROXY: proxy.url, HTTPS_PROXY: proxy.url };
  const first = await world.kubin(["import", sample, "--wait"], { env });
  expect(first).toMatchObject({ code: 0, stderr: expect.stringContaining("Completed") });
  expect(new Set(proxy.asked)).toEqual(new Set([new URL(world.server.url).host]));
  proxy.asked.length = 0;
  const { code } = await world.kubin(["get", "nodes"], { env: { ...env, NO_PROXY: "127.0.0.1" } });
  expect([code, proxy.asked]).toEqual([0, []]);
});

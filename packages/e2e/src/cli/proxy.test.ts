import { afterAll, beforeAll, expect, test } from "vitest";
import { type ConnectProxy, openConnectProxy } from "../testbed/connect-proxy.ts";
import { sample } from "../testbed/processes.ts";
import { type CliWorld, openCliWorld } from "./cli-world.ts";

/** As links and store are called, where only the proxy knows it. The server itself is asked on this machine. */
const elsewhere = "http://kubin.example:8080";

let world: CliWorld;
let proxy: ConnectProxy;
beforeAll(async () => {
  world = await openCliWorld(elsewhere);
  proxy = await openConnectProxy(() => Number(new URL(world.server.url).port));
});
afterAll(async () => {
  await proxy?.[Symbol.asyncDispose]();
  await world?.[Symbol.asyncDispose]();
});

test("parts go through the proxy of the environment, and not what is asked of this machine itself", async () => {
  const env = { HTTP_PROXY: proxy.url, HTTPS_PROXY: proxy.url };
  const { code, stderr } = await world.kubin(["import", sample, "--wait"], { env });
  expect({ code, stderr }).toMatchObject({ code: 0, stderr: expect.stringContaining("Completed") });
  expect(new Set(proxy.asked)).toEqual(new Set([new URL(elsewhere).host]));
});

test("NO_PROXY names what is asked past it", async () => {
  proxy.asked.length = 0;
  const env = { KUBIN_SERVER: elsewhere, HTTP_PROXY: proxy.url, NO_PROXY: "kubin.example" };
  const { code, stderr } = await world.kubin(["list"], { env });
  expect({ code, stderr }).toMatchObject({ code: 1, stderr: expect.stringContaining("kubin.example") });
  expect(proxy.asked).toEqual([]);
});

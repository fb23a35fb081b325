import { readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { type CliWorld, openCliWorld } from "../cli/cli-world.ts";
import { type ConnectProxy, openConnectProxy } from "../testbed/connect-proxy.ts";
import { openLab } from "./lab.ts";
import { readCapture } from "./read-capture.ts";

// The ways into a cluster that a kubeconfig and the environment describe, each against the real API server.
const lab = openLab();
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

const kubeconfigShape = z.looseObject({
  clusters: z.tuple([z.looseObject({ cluster: z.looseObject({ server: z.string() }) })]),
});

/** The admin's kubeconfig with these fields of its cluster. */
async function kubeconfigWith(cluster: (server: URL) => Record<string, string>): Promise<string> {
  const config = kubeconfigShape.parse(JSON.parse(await readFile(lab.kubeconfig("admin"), "utf8")));
  const [first] = config.clusters;
  const server = new URL(first.cluster.server);
  const file = join(world.folder, "changed.kubeconfig");
  await writeFile(
    file,
    JSON.stringify({ ...config, clusters: [{ ...first, cluster: { ...first.cluster, ...cluster(server) } }] }),
  );
  return file;
}

/** As the API server is called where only the proxy knows it; its certificate names another. */
const elsewhere = (server: URL) => ({
  server: `https://cluster.example:${server.port}`,
  "tls-server-name": "localhost",
});

async function nodesSeen(args: readonly string[], env: Record<string, string> = {}): Promise<number> {
  const file = join(world.folder, "access.kubin");
  await rm(file, { force: true });
  const all = ["create", "--include", "nodes", "--no-node-summaries", "--to-file", file, ...args];
  const { code, stderr } = await world.kubin(all, { env });
  expect([0, 3], stderr).toContain(code);
  return (await readCapture(file)).objects.filter(({ plural }) => plural === "nodes").length;
}

describe("kubin create reaches the cluster", () => {
  test("with a client certificate", async () => {
    expect(await nodesSeen(["--kubeconfig", lab.kubeconfig("by-certificate")])).toBe(5);
  });

  test("by a list of kubeconfigs, of which the first names the context", async () => {
    const config = JSON.parse(await readFile(lab.kubeconfig("admin"), "utf8"));
    const [context, cluster] = [join(world.folder, "context"), join(world.folder, "cluster")];
    await writeFile(context, JSON.stringify({ ...config, clusters: [] }));
    await writeFile(cluster, JSON.stringify({ ...config, users: [], contexts: [], "current-context": "" }));
    expect(await nodesSeen([], { KUBECONFIG: `${context}:${join(world.folder, "missing")}:${cluster}` })).toBe(5);
  });

  test("through the proxy that the kubeconfig names", async () => {
    proxy.asked.length = 0;
    const file = await kubeconfigWith((server) => ({ ...elsewhere(server), "proxy-url": proxy.url }));
    expect(await nodesSeen(["--kubeconfig", file])).toBe(5);
    expect(new Set(proxy.asked)).toEqual(new Set([expect.stringMatching(/^cluster\.example:\d+$/)]));
  });

  test("through the proxy of the environment, and past it where NO_PROXY says so", async () => {
    proxy.asked.length = 0;
    const file = await kubeconfigWith(elsewhere);
    expect(await nodesSeen(["--kubeconfig", file], { HTTPS_PROXY: proxy.url })).toBe(5);
    expect(proxy.asked.length).toBeGreaterThan(0);
    proxy.asked.length = 0;
    const env = { HTTPS_PROXY: proxy.url, NO_PROXY: "cluster.example" };
    const { code } = await world.kubin(["create", "--kubeconfig", file, "--to-file", join(world.folder, "no.kubin")], {
      env,
    });
    expect([code, proxy.asked]).toEqual([1, []]);
    // kubectl goes past it to this machine itself, and so do we.
    expect(await nodesSeen(["--kubeconfig", lab.kubeconfig("admin")], { HTTPS_PROXY: proxy.url })).toBe(5);
    expect(proxy.asked).toEqual([]);
  });
});

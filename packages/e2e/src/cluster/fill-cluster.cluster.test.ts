import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { Applier } from "./apply.ts";
import { expired, times, when } from "./fault-rules.ts";
import { fillCluster } from "./fill-cluster.ts";
import { freezeControllers } from "./freeze.ts";
import { openKube } from "./kube.ts";
import { type ClusterUser, openLab } from "./lab.ts";
import { customResources, nodes } from "./manifests/manifest.ts";
import { plantedSecret } from "./planted-secrets.ts";
import { keyOf, kubectlOf, listableTypes, readKubectl } from "./read-kubectl.ts";
import { logsOf, longLineBytes, manyLines, ordinaryLines, writeLog } from "./write-logs.ts";

describe("the filled cluster, by kubectl", () => {
  const lab = openLab();
  const kubectl = lab.kubectl("admin");
  const linesOf = async (...args: string[]): Promise<string[]> => (await kubectl(...args)).stdout.trimEnd().split("\n");

  test("has nodes that are ready, and pods that run, fail and wait as they were made to", async () => {
    const ready = await linesOf("get", "nodes", "--no-headers");
    expect(ready.filter((line) => /\sReady\s/.test(line))).toHaveLength(nodes.length);
    const statusOf = async (selector: string) => {
      const lines = await linesOf("get", "pods", "-n", "broken", "-l", `app=${selector}`, "--no-headers");
      return lines.map((line) => line.split(/\s+/)[2]);
    };
    expect(await statusOf("crash-loop")).toEqual(["CrashLoopBackOff", "CrashLoopBackOff"]);
    expect(await statusOf("image-pull")).toEqual(["ImagePullBackOff"]);
    expect(await statusOf("too-big")).toEqual(["Pending"]);
    expect(await statusOf("waits-for-claim")).toEqual(["Pending"]);
    expect(await statusOf("failed-init")).toEqual(["Init:initContainerError"]);
    const web = await linesOf("get", "deployment", "web", "-n", "shop", "--no-headers");
    expect(web[0]).toMatch(/^web\s+3\/3/);
    const { stdout } = await kubectl(
      "get",
      "pod",
      "bare",
      "-n",
      "shop",
      "-o",
      "jsonpath={.status.ephemeralContainerStatuses}",
    );
    expect(stdout).toContain('"running"');
  });

  test("serves to each pod its log, and honours what is asked of a log", async () => {
    const log = async (pod: string, ...args: string[]) =>
      (await kubectl("logs", "-n", "platform", pod, "-c", "main", ...args)).stdout;
    expect(await log("planted-log")).toContain(plantedSecret("line of a log"));
    expect(await log("planted-log", "--previous")).toContain(plantedSecret("previous log"));
    expect((await log("bare")).trimEnd().split("\n")).toHaveLength(ordinaryLines);
    expect((await log("bare", "--tail=3")).trimEnd().split("\n")).toHaveLength(3);
    expect(await log("bare", "--limit-bytes=100")).toHaveLength(100);
    expect(await log("bare", "--timestamps", "--tail=1")).toMatch(/^2026-11-01T00:00:19\.9\d*Z \{/);
    expect(await log("bare", "--since-time=2026-11-01T00:00:19.9Z")).toContain('"id":199');
    expect((await log("many-lines")).trimEnd().split("\n")).toHaveLength(manyLines);
    expect((await log("one-long-line")).length).toBe(longLineBytes + "before\n\nafter\n".length);
    expect(await log("empty-log")).toBe("");
    using kube = await openKube(lab.kubeconfig("admin"));
    const { body } = await kube.ask({ path: "/api/v1/namespaces/platform/pods/not-utf8/log?container=main" });
    expect(body).toEqual(Buffer.from("before\n\xff\xfeA\x80\xc3\ncaf\xe9\nafter\n", "latin1"));
    const refused = await kubectl("logs", "-n", "platform", "no-log", "-c", "main");
    expect(refused).toMatchObject({ code: 1, stderr: expect.stringContaining("log target not found") });
  });

  test("serves a log that a suite writes while everything runs", async () => {
    using kube = await openKube(lab.kubeconfig("admin"));
    const logsFile = join(lab.logs, "of-a-suite.log");
    const hourAgo = Date.now() - 3_600_000;
    await writeLog(logsFile, ["one", "two"], hourAgo);
    await new Applier(kube).apply([logsOf("billing", "bare", [{ logsFile }])]);
    const text = async () => (await kubectl("logs", "-n", "billing", "bare", "-c", "main")).stdout;
    await expect.poll(text, { timeout: 20_000 }).toBe("one\ntwo\n");
    const since = async (time: string) => (await kubectl("logs", "-n", "billing", "bare", "-c", "main", time)).stdout;
    expect([await since("--since=2h"), await since("--since=5m")]).toEqual(["one\ntwo\n", ""]);
  });

  test("has an aggregated API that is unavailable", async () => {
    const [line] = await linesOf("get", "apiservice", "v1beta1.metrics.k8s.io", "--no-headers");
    expect(line).toContain("False (ServiceNotFound)");
    expect((await listableTypes(kubectl)).map(({ group }) => group)).not.toContain("metrics.k8s.io");
  });

  test("shows each user what RBAC grants", async () => {
    const may = async (user: ClusterUser, ...what: string[]) =>
      (await lab.kubectl(user)("auth", "can-i", "list", ...what)).stdout.trim();
    expect(await may("viewer", "secrets", "-A")).toBe("yes");
    expect(await may("no-secrets", "secrets", "-A")).toBe("no");
    expect(await may("no-secrets", "pods", "-A")).toBe("yes");
    expect(await may("one-namespace", "secrets", "-n", "shop")).toBe("yes");
    expect(await may("one-namespace", "namespaces")).toBe("no");
    expect(await may("norights", "pods", "-n", "shop")).toBe("no");
  });

  test("does not move while controllers are held still, nor when it is filled again", async () => {
    await fillCluster({ kubeconfig: lab.kubeconfig("admin"), logs: lab.logs });
    await using _frozen = await freezeControllers();
    // Of componentstatuses the server keeps no order.
    const before = (await readKubectl(kubectl)).map(keyOf).sort();
    const after = (await readKubectl(kubectl)).map(keyOf).sort();
    expect(after).toEqual(before);
    expect(new Set(before).size).toBe(before.length);
    const widgets = before.filter((key) => key.startsWith(`${customResources.group} ${customResources.plural} `));
    expect(widgets).toHaveLength(customResources.count);
  });

  test("is reached through a proxy that fails as told", async () => {
    const folder = await mkdtemp(join(tmpdir(), "kubin-lab-"));
    try {
      await using proxy = await lab.openProxy(join(folder, "proxied"));
      proxy.use(times(1, when(/[?&]continue=/, expired())));
      const proxied = kubectlOf({ command: lab.kubectlCommand, kubeconfig: proxy.kubeconfig });
      const get = () => proxied("get", "widgets", "-A", "--no-headers", "--chunk-size=500");
      // kubectl does not begin anew: it has shown the first page already.
      expect(await get()).toMatchObject({ code: 1, stderr: expect.stringContaining("(Expired)") });
      expect(proxy.counts().faults).toBe(1);
      const { stdout } = await get();
      expect(stdout.trimEnd().split("\n")).toHaveLength(customResources.count);
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});

import { rm } from "node:fs/promises";
import { join } from "node:path";
import { isNotCaptured } from "@kubin/schema";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { type CliWorld, openCliWorld } from "../cli/cli-world.ts";
import type { FaultProxy } from "./fault-proxy.ts";
import { expired, times, tooMany, when } from "./fault-rules.ts";
import { freezeControllers } from "./freeze.ts";
import { openLab } from "./lab.ts";
import { customResources } from "./manifests/manifest.ts";
import { findPlanted, plantedSecret } from "./planted-secrets.ts";
import { type ReadCapture, readCapture } from "./read-capture.ts";
import { readKubectl } from "./read-kubectl.ts";

const lab = openLab();
/** The logs of the lab bear the same times each day. */
const allLogs = ["--since", "3650d"];
let world: CliWorld;
let proxy: FaultProxy;
let frozen: AsyncDisposable;
beforeAll(async () => {
  world = await openCliWorld();
  proxy = await lab.openProxy(join(world.folder, "proxied"));
  frozen = await freezeControllers();
});
afterAll(async () => {
  await frozen?.[Symbol.asyncDispose]();
  await proxy?.[Symbol.asyncDispose]();
  await world?.[Symbol.asyncDispose]();
});

interface Captured extends ReadCapture {
  code: number | null;
  stderr: string;
}

async function captured(kubeconfig: string, args: readonly string[] = []): Promise<Captured> {
  const file = join(world.folder, "capture.kubin");
  await rm(file, { force: true });
  const { code, stderr } = await world.kubin(["create", "--kubeconfig", kubeconfig, "--to-file", file, ...args]);
  return { code, stderr, ...(await readCapture(file)) };
}

/** Uids of all objects that have one. */
function uidsOf({ objects }: ReadCapture): Set<string> {
  return new Set(objects.map(({ object }) => uidIn(object)).filter((uid) => uid !== ""));
}

function uidIn(object: Record<string, unknown>): string {
  const { metadata } = object;
  return typeof metadata === "object" && metadata !== null && "uid" in metadata ? String(metadata.uid) : "";
}

/** Everything that kubectl shows to a user and the capture lacks. */
async function lacking(capture: ReadCapture, user: Parameters<typeof lab.kubectl>[0] = "admin"): Promise<string[]> {
  const uids = uidsOf(capture);
  const shown = await readKubectl(lab.kubectl(user));
  return shown.filter(({ uid }) => uid !== undefined && !uids.has(uid)).map(({ plural, name }) => `${plural} ${name}`);
}

const gapsOf = ({ manifest }: ReadCapture) => manifest.coverage.filter(isNotCaptured);

describe("kubin create", () => {
  test("takes every object that kubectl shows, and no secret in any encoding", async () => {
    const capture = await captured(lab.kubeconfig("admin"), allLogs);
    expect(await lacking(capture)).toEqual([]);
    expect(capture.everything.flatMap((bytes) => findPlanted(bytes))).toEqual([]);
    const widgets = capture.objects.filter(({ plural }) => plural === customResources.plural);
    expect(widgets).toHaveLength(customResources.count);
    expect(capture.manifest.facts).toMatchObject({ layout: "live", kubernetesVersion: "v1.34.4" });
    // One event is one object, whichever API shows it.
    const keys = capture.objects
      .map(({ plural, object }) => `${plural} ${uidIn(object)}`)
      .filter((key) => !key.endsWith(" "));
    expect(new Set(keys).size).toBe(keys.length);
  });

  test("tells what is dead, and goes on", async () => {
    const capture = await captured(lab.kubeconfig("admin"), ["--no-logs"]);
    const dead = gapsOf(capture).find(({ what }) => what.startsWith("metrics.k8s.io"));
    expect(dead).toMatchObject({ kind: "missing", detail: expect.stringContaining("does not answer") });
    expect(capture.code).toBe(3);
  });

  test("tells readers of the link neither who captured nor where the API server is", async () => {
    const { everything } = await captured(lab.kubeconfig("admin"), ["--no-logs"]);
    const capture = Buffer.concat(everything).toString("latin1");
    expect(capture).not.toMatch(/127\.0\.0\.1:27\d{3}/);
    expect(capture).not.toContain("admin.kubeconfig");
  });

  test("carries the words of who captured, without the secrets in them", async () => {
    const said = `checkout answers 502, password=${plantedSecret("line of a log")}`;
    const { manifest, everything } = await captured(lab.kubeconfig("admin"), [
      ...["--no-logs", "--include", "nodes", "--note", said, "--label", "ticket=OPS-123"],
    ]);
    expect(manifest.facts.remark).toEqual({
      note: expect.stringMatching(/^checkout answers 502, password=‹redacted:/),
      labels: { ticket: "OPS-123" },
    });
    expect(everything.flatMap((bytes) => findPlanted(bytes))).toEqual([]);
  });

  test("reads of a Helm release its labels alone", async () => {
    const { objects } = await captured(lab.kubeconfig("admin"), ["--no-logs", "--include", "secrets"]);
    const release = objects.find(({ object }) => JSON.stringify(object.metadata).includes("sh.helm.release.v1"));
    expect(release?.object).toMatchObject({
      apiVersion: "v1",
      kind: "Secret",
      type: "helm.sh/release.v1",
      metadata: { labels: { owner: "helm", name: "web", version: "1", status: "deployed" } },
    });
    expect(release?.object).not.toHaveProperty("data");
  });

  test("keeps logs of all kinds of containers, now and before, of a large one both ends, and bytes that are no text", async () => {
    const capture = await captured(lab.kubeconfig("admin"), [
      ...allLogs,
      "--max-log-bytes",
      "1M",
      "-n",
      "platform",
      "-n",
      "broken",
    ]);
    const log = (key: string) => capture.logs.get(key)?.toString("latin1") ?? "";
    expect(log("platform/planted-log/prepare/current")).toContain("fetched credentials");
    // By its status this one ran before; what kubectl shows of it is in there.
    const previous = [...capture.logs.keys()].filter((key) => /^broken\/crash-loop.*\/main\/previous$/.test(key));
    expect(previous).toHaveLength(2);
    for (const key of previous) expect(log(key)).toContain("panic: cannot log in");
    expect(log("platform/not-utf8/main/current")).toContain("before\n");
    const many = log("platform/many-lines/main/current");
    expect(many).toContain("number=0 ");
    expect(many).toContain("number=119999 ");
    expect(many.length).toBeLessThanOrEqual(1_000_100);
    expect(many.split("\n").filter((line) => line === "")).toHaveLength(1);
    const cut = gapsOf(capture).filter(({ what }) => what === "log of many-lines/main");
    expect(cut).toMatchObject([
      { kind: "cut", namespace: "platform", detail: expect.stringContaining("--max-log-bytes") },
    ]);
    expect(gapsOf(capture).some(({ what }) => what.includes("one-long-line"))).toBe(true);
  });
});

describe("with few rights", () => {
  test("in one namespace takes what may be read there, and names the rules for the rest", async () => {
    const capture = await captured(lab.kubeconfig("one-namespace"), ["-n", "shop", ...allLogs]);
    const namespaces = new Set(
      capture.objects.map(({ object }) => JSON.stringify(object.metadata).match(/"namespace":"([^"]+)"/)?.[1]),
    );
    expect([...namespaces].filter(Boolean)).toEqual(["shop"]);
    const pods = capture.objects.filter(({ plural }) => plural === "pods");
    const { stdout } = await lab.kubectl("admin")("get", "pods", "-n", "shop", "-o", "name");
    expect(pods.length).toBe(stdout.trim().split("\n").length);
    const nodes = gapsOf(capture).find(({ what }) => what === "nodes");
    expect(nodes).toMatchObject({
      kind: "forbidden",
      detail: expect.stringContaining('{apiGroups: [""], resources: ["nodes"], verbs: ["list"]}'),
    });
    expect(capture.code).toBe(3);
    expect(JSON.stringify(capture.manifest.coverage)).not.toContain("User ");
  });

  test("without -n finds the namespace that its rules allow", async () => {
    const capture = await captured(lab.kubeconfig("one-namespace"), ["--no-logs", "-n", "sh*", "-n", "shop"]);
    expect(capture.objects.some(({ plural }) => plural === "pods")).toBe(true);
  });

  test("what is forbidden is told by type, once", async () => {
    const capture = await captured(lab.kubeconfig("no-secrets"), ["--no-logs"]);
    expect(await lacking(capture, "no-secrets")).toEqual([]);
    const forbidden = gapsOf(capture)
      .filter(({ kind }) => kind === "forbidden")
      .map(({ what }) => what);
    expect(forbidden).toContain("secrets");
    expect(forbidden).toContain("configmaps");
    expect(forbidden.filter((what) => what === "secrets")).toHaveLength(1);
  });
});

describe("a plan", () => {
  const plan = z.object({
    types: z.array(
      z.object({ type: z.string(), objects: z.number().optional(), state: z.string(), rule: z.string().optional() }),
    ),
    requests: z.number(),
  });

  test("tells how much there is and what is not allowed, and takes nothing", async () => {
    const args = ["create", "--dry-run", "--output", "json", "--kubeconfig"];
    const { stdout, code } = await world.kubin([...args, lab.kubeconfig("no-secrets")]);
    expect(code).toBe(0);
    const { types, requests } = plan.parse(JSON.parse(stdout));
    const { count, plural, group } = customResources;
    expect(types.find(({ type }) => type === `${plural}.${group}`)).toMatchObject({ objects: count, state: "ok" });
    expect(types.find(({ type }) => type === "secrets")).toMatchObject({
      state: "forbidden",
      rule: '{apiGroups: [""], resources: ["secrets"], verbs: ["list"]}',
    });
    // One for each type, some to learn which there are, and the namespaces of what is not allowed everywhere.
    expect(requests).toBeLessThan(types.length * 3);
    const table = await world.kubin([...args.filter((one) => !/json|output/.test(one)), lab.kubeconfig("no-secrets")]);
    expect(table.stdout).toMatch(/TYPE +NAMESPACE +OBJECTS.*\d+ not allowed.*nothing was captured/s);
  });
});

describe("a server under strain", () => {
  test("lists that expire midway are begun anew, and nothing is missing", async () => {
    proxy.use(
      // Without its cache the server keeps to pages.
      times(1, when(/widgets\?.*resourceVersion=0/, { kind: "reset", afterBytes: 40_000 })),
      times(1, when(/continue=/, expired())),
    );
    const capture = await captured(proxy.kubeconfig, ["--no-logs"]);
    expect(proxy.counts().faults).toBe(2);
    expect(await lacking(capture)).toEqual([]);
  });

  test("is asked less when it says so, never by more than eight at once", async () => {
    proxy.use(times(6, when(/\/apis\/apps/, tooMany(1))));
    const capture = await captured(proxy.kubeconfig, ["--no-logs"]);
    expect(proxy.counts().faults).toBe(6);
    expect(proxy.counts().mostInFlight).toBeLessThanOrEqual(8);
    expect(await lacking(capture)).toEqual([]);
  });

  test("a list that hangs to the end of the time is told, and the others are there", async () => {
    proxy.use(when(/\/leases/, { kind: "hang" }));
    const capture = await captured(proxy.kubeconfig, ["--no-logs", "--time-limit", "55s"]);
    const gaps = gapsOf(capture);
    expect(gaps.find(({ what }) => what.startsWith("leases"))).toMatchObject({ kind: "timed-out" });
    expect((await lacking(capture)).every((one) => one.startsWith("leases"))).toBe(true);
    expect(capture.manifest.truncated).toBe(true);
    expect(capture.code).toBe(3);
  });

  test("of a log that stops midway the lines that came are there, and the rest is told", async () => {
    proxy.use(when(/pods\/many-lines\/log/, { kind: "stall", afterBytes: 10_000 }));
    const args = ["-n", "platform", "--include", "pods", ...allLogs, "--time-limit", "40s"];
    const capture = await captured(proxy.kubeconfig, args);
    expect(gapsOf(capture).find(({ what }) => what === "log of many-lines/main")).toMatchObject({ kind: "timed-out" });
    expect(capture.logs.get("platform/many-lines/main/current")?.toString()).toContain("number=0 ");
    expect(capture.logs.has("platform/planted-log/main/current")).toBe(true);
  });

  test("Ctrl-C once completes with what is there, and says so", async () => {
    proxy.use(when(/\/log\?/, { kind: "hang" }));
    const args = ["create", "--kubeconfig", proxy.kubeconfig, "--wait", "--output", "json"];
    const process = world.start(args);
    await process.firstLine;
    await expect
      .poll(() => proxy.counts().asked.some((path) => path.includes("/log?")), { timeout: 60_000 })
      .toBe(true);
    process.child.kill("SIGINT");
    const { code, stdout, stderr } = await process.ended;
    expect({ code, stderr }).toMatchObject({ code: 3, stderr: expect.stringContaining("Ending with what is there") });
    expect(JSON.parse(stdout.trim().split("\n").at(-1) ?? "")).toMatchObject({ state: "COMPLETED", partial: true });
  });

  test("Ctrl-C twice gives it up", async () => {
    proxy.use(when(/\/pods\?/, { kind: "hang" }));
    const process = world.start(["create", "--kubeconfig", proxy.kubeconfig, "--wait"]);
    await process.firstLine;
    process.child.kill("SIGINT");
    await expect.poll(() => process.out().stderr).toContain("Ending with what is there");
    process.child.kill("SIGINT");
    expect((await process.ended).code).toBe(130);
  });
});

describe("the link", () => {
  test("comes first, and the snapshot is completed", async () => {
    const { stdout, code } = await world.kubin([
      "create",
      "--kubeconfig",
      lab.kubeconfig("admin"),
      "--wait",
      ...allLogs,
    ]);
    expect(stdout.split("\n")[0]).toMatch(/^http.*\/s\/[\w-]{22}$/);
    expect(code).toBe(3);
  });

  test("without a server the capture goes into a file that can be imported later", async () => {
    const args = ["create", "--kubeconfig", lab.kubeconfig("admin"), "--no-logs", "--server", "http://127.0.0.1:28999"];
    const { stdout, stderr, code } = await world.kubin(args, { cwd: world.folder });
    expect({ code, stderr }).toMatchObject({ code: 1, stderr: expect.stringContaining("kubin import") });
    const file = join(world.folder, stdout.trim());
    expect(await lacking(await readCapture(file))).toEqual([]);
    expect((await world.kubin(["import", file, "--wait"])).code).toBe(0);
  });
});

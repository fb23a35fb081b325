import { readFileSync } from "node:fs";
import {
  type Ctx,
  getResource,
  getTimeline,
  indexNextParts,
  type LogPort,
  listCertificates,
  listImages,
  listNodeAllocations,
} from "@kubin/core";
import {
  CertificateList,
  ImageInventory,
  KubinError,
  NodeAllocations,
  ResourceDetail,
  Timeline,
  TimelineQuery,
} from "@kubin/schema";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { withMethods } from "../background/crash-ports.ts";
import { openWorkBench, type WorkBench } from "../background/open-work-bench.ts";
import { logsPart, objectsPart } from "../testbed/make-parts.ts";

// Sums over a snapshot, from parts as an uploader sends them: for the owner and for the reader of namespace `shop`.
let bench: WorkBench;
let owner: Ctx;
let reader: Ctx;
let snapshotId: string;

const certificate = readFileSync(new URL("../../../core/src/certificates/fixtures/short.pem", import.meta.url), "utf8");
const object = (plural: string, kind: string, more: Record<string, unknown>) => ({
  plural,
  object: { apiVersion: "v1", kind, ...more },
});
const container = (image: string, cpu: string) => ({
  name: image,
  image,
  resources: { requests: { cpu, memory: "1Gi" } },
});
const pod = (namespace: string, name: string, more: object) =>
  object("pods", "Pod", { metadata: { name, namespace }, ...more });
const secret = (namespace: string) =>
  object("secrets", "Secret", {
    metadata: { name: "tls", namespace },
    data: { "tls.crt": Buffer.from(certificate).toString("base64") },
  });
const event = (namespace: string, name: string, more: object) =>
  object("events", "Event", { metadata: { name, namespace }, involvedObject: {}, message: name, ...more });
const streamOf = (namespace: string) => ({ namespace, pod: "web", container: "app", source: "current" as const });

const parts = [
  objectsPart("resources", "shop", [
    pod("shop", "web", {
      spec: { nodeName: "n1", containers: [container("web:1", "500m"), container("proxy:2", "100m")] },
    }),
    pod("shop", "waits", { spec: { containers: [container("web:1", "8")] } }),
    pod("shop", "done", {
      spec: { nodeName: "n1", containers: [container("web:1", "4")] },
      status: { phase: "Succeeded" },
    }),
    secret("shop"),
  ]),
  objectsPart("resources", "bank", [
    pod("bank", "db", { spec: { nodeName: "n1", containers: [container("db:3", "1")] } }),
    secret("bank"),
  ]),
  objectsPart("resources", "", [
    object("nodes", "Node", {
      metadata: { name: "n1" },
      status: { allocatable: { cpu: "3500m", memory: "16Gi", pods: "250" } },
    }),
    object("nodes", "Node", { metadata: { name: "n2" } }),
    object("nodes", "NodeMetrics", {
      apiVersion: "metrics.k8s.io/v1beta1",
      metadata: { name: "n1" },
      usage: { cpu: "812345678n", memory: "2Gi" },
    }),
  ]),
  objectsPart("events", "shop", [
    event("shop", "pulled", { type: "Normal", lastTimestamp: "2021-08-05T09:00:00Z", count: 7 }),
    event("shop", "backoff", { type: "Warning", firstTimestamp: "2021-08-05T09:30:00Z" }),
    event("shop", "never", { type: "Warning" }),
  ]),
  objectsPart("events", "bank", [event("bank", "late", { type: "Warning", lastTimestamp: "2021-08-05T09:59:59Z" })]),
  logsPart("shop", [
    {
      stream: streamOf("shop"),
      lines: ["2021-08-05T09:30:00Z error: no cake", "error, no time", "2021-08-05T09:31:00Z ok"],
    },
  ]),
  logsPart("bank", [{ stream: streamOf("bank"), lines: ["2021-08-05T09:45:00Z error: no money"] }]),
];

beforeAll(async () => {
  bench = await openWorkBench();
  const upload = await bench.upload();
  await upload.store(...parts);
  await upload.complete(parts);
  while ((await indexNextParts({ ctx: bench.system(), input: { worker: "test", limit: 10 } })) > 0);
  snapshotId = upload.snapshotId;
  owner = { ...bench.system(), actor: { kind: "owner" } };
  reader = readerOf({ namespaces: ["shop"], logs: true });
});
afterAll(() => bench.close());

function readerOf(rights: { namespaces: string[]; logs: boolean }): Ctx {
  const ports = withMethods(bench.ports, "metadata", { findLink: async () => ({ snapshotId, ...rights }) });
  return { ...bench.system(), ports, actor: { kind: "link", tokenHash: "x" } };
}

it("the pods of a node come with what they ask for, and those that are over without", async () => {
  const input = { snapshotId, group: "", plural: "nodes", namespace: "", name: "n1" };
  const { related } = ResourceDetail.parse(await getResource({ ctx: owner, input }));
  const asked = related.map(({ name, amounts }) => [name, amounts?.requests.cpu]);
  expect(asked.filter(([name]) => name !== "n1")).toEqual([
    ["db", 1],
    ["done", undefined],
    ["web", 0.6],
  ]);
});

const timeline = async (ctx: Ctx, asked: Partial<TimelineQuery> = {}) =>
  Timeline.parse(await getTimeline({ ctx, input: TimelineQuery.parse({ snapshotId, buckets: 4, ...asked }) }));

/** Bars as "normal/warning/errors". */
const bars = ({ buckets }: Timeline) => buckets.map(({ normal, warning, errors }) => `${normal}/${warning}/${errors}`);
const hour = { from: "2021-08-05T09:00:00Z", to: "2021-08-05T10:00:00Z" };

describe("room on nodes", () => {
  it("is what pods that are not over ask for, beside what a node has and used", async () => {
    const found = NodeAllocations.parse(await listNodeAllocations({ ctx: owner, input: { snapshotId } }));
    const none = { cpu: 0, memory: 0 };
    expect(found).toMatchObject({ total: 2, unassigned: 1 });
    expect(found.items).toMatchObject([
      {
        name: "n1",
        pods: 2,
        requests: { cpu: 1.6, memory: 3 * 2 ** 30 },
        limits: none,
        allocatable: { cpu: 3.5, memory: 2 ** 34, pods: 250 },
        usage: { cpu: 0.812345678, memory: 2 ** 31 },
      },
      { name: "n2", pods: 0, requests: none, limits: none },
    ]);
    expect(found.items[1]).not.toHaveProperty("allocatable");
    expect(found.items[1]).not.toHaveProperty("usage");
  });

  it("is nothing that a reader of namespaces sees", async () => {
    const found = await listNodeAllocations({ ctx: reader, input: { snapshotId } });
    expect(found).toEqual({ items: [], total: 0, unassigned: 1 });
  });
});

describe("images and certificates", () => {
  it("are those of the reader's namespaces alone", async () => {
    const images = async (ctx: Ctx) => ImageInventory.parse(await listImages({ ctx, input: { snapshotId } }));
    expect((await images(owner)).items).toEqual([
      { image: "web:1", pods: 3, namespaces: ["shop"] },
      { image: "db:3", pods: 1, namespaces: ["bank"] },
      { image: "proxy:2", pods: 1, namespaces: ["shop"] },
    ]);
    expect((await images(reader)).items.map(({ image }) => image)).toEqual(["web:1", "proxy:2"]);
    const certificates = async (ctx: Ctx, namespaces?: string[]) =>
      CertificateList.parse(await listCertificates({ ctx, input: { snapshotId, namespaces } }));
    const all = { total: 1, expired: 0, soon: 0, items: [{ objects: 2, others: [{ namespace: "shop" }] }] };
    expect(await certificates(owner)).toMatchObject(all);
    const found = {
      kind: "Secret",
      namespace: "shop",
      name: "tls",
      at: 'data["tls.crt"]',
      subject: "CN=short.example",
    };
    const part = { total: 1, items: [{ ...found, objects: 1, others: [] }] };
    expect(await certificates(reader)).toMatchObject(part);
    expect(await certificates(owner, ["shop"])).toMatchObject(part);
    expect(await certificates(reader, ["bank"])).toMatchObject({ total: 0, items: [] });
  });
});

describe("the timeline", () => {
  it("puts events and errors on one axis, each event once; what has no time is nowhere", async () => {
    expect(bars(await timeline(owner, hour))).toEqual(["1/0/0", "0/0/0", "0/1/1", "0/1/1"]);
    expect(await timeline(owner)).toMatchObject({ from: "2021-08-05T09:00:00.000Z", to: "2021-08-05T09:59:59.001Z" });
  });

  it("shows a reader the link's namespaces, whatever is asked for, and no lines without the right to logs", async () => {
    expect(bars(await timeline(reader, hour))).toEqual(["1/0/0", "0/0/0", "0/1/1", "0/0/0"]);
    expect(bars(await timeline(reader, { ...hour, namespaces: ["bank"] }))).toEqual(Array(4).fill("0/0/0"));
    expect(bars(await timeline(owner, { ...hour, namespaces: ["bank"] }))).toEqual([
      ...Array(3).fill("0/0/0"),
      "0/1/1",
    ]);
    expect(await timeline(reader)).toMatchObject({ to: "2021-08-05T09:30:00.001Z" });
    const noLogs = readerOf({ namespaces: ["shop", "bank"], logs: false });
    expect(bars(await timeline(noLogs, hour))).toEqual(["1/0/0", "0/0/0", "0/1/0", "0/1/0"]);
  });

  it("says that errors are missing while the log engine is away, and has them when it is back", async () => {
    const asked = { ...hour, buckets: 2 };
    const away: LogPort["histogram"] = () => Promise.reject(new KubinError("UNAVAILABLE", "The log engine is away."));
    const without = await timeline({ ...owner, ports: withMethods(bench.ports, "logs", { histogram: away }) }, asked);
    expect(without.incomplete).toBe("The log engine is away.");
    expect(bars(without)).toEqual(["1/0/0", "0/2/0"]);
    const back = await timeline(owner, asked);
    expect(back.incomplete).toBeUndefined();
    expect(bars(back)).toEqual(["1/0/0", "0/2/2"]);
  });

  it("does not hide a defect of the log engine as if it were away", async () => {
    const broken: LogPort["histogram"] = () => Promise.reject(new KubinError("INTERNAL", "A defect."));
    const ctx = { ...owner, ports: withMethods(bench.ports, "logs", { histogram: broken }) };
    await expect(timeline(ctx, { buckets: 3 })).rejects.toThrow("A defect.");
  });
});

import { readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { openSource } from "@kubin/archives";
import fc from "fast-check";
import { load } from "js-yaml";
import { describe, expect, it } from "vitest";
import { packAll, type Unpacked } from "../../packing/fixtures/pack-all.ts";
import { filesOfTar, filesOfZip, type PlainFiles, samplePath, textOf } from "../../packing/fixtures/plain-archive.ts";
import { treeSource } from "../../packing/fixtures/tree-source.ts";
import { detectLayouts } from "../detect-layouts.ts";
import { withoutPadding } from "./crust-gather-padding.ts";

interface Named {
  apiVersion: string;
  kind: string;
  metadata: { namespace?: string; name: string };
}

/** "kind namespace/name" of all objects; an event is one object, under whatever API it is shown. */
function objectsOf(files: PlainFiles): string[] {
  const found = new Set<string>();
  for (const [path, content] of files) {
    if (!/\/(cluster|namespaces)\/.*\.yaml$/.test(`/${path}`)) continue;
    found.add(idOf(load(textOf(content)) as Named));
  }
  return [...found].sort();
}

function idOf({ apiVersion, kind, metadata }: Named): string {
  const group = kind === "Event" || !apiVersion.includes("/") ? "" : apiVersion.split("/")[0];
  return `${group} ${kind} ${metadata.namespace ?? ""}/${metadata.name}`;
}

function logsOf(files: PlainFiles): [string, number, number][] {
  const found: [string, number, number][] = [];
  for (const [path, content] of files) {
    const key = streamOf(path);
    if (key === "" || content.length === 0) continue;
    const lines = textOf(content).split("\n").length - (content.at(-1) === 10 ? 1 : 0);
    found.push([key, lines, content.length]);
  }
  return found.sort();
}

function streamOf(path: string): string {
  const [, ...names] = /namespaces\/([^/]+)\/v1\/pod\/([^/]+)\/([^/]+)\/(\w+)\.log$/.exec(path) ?? [];
  return names.join("/");
}

/**
 * Where a file ends with a block, its entry tells one byte of the next header as its own: what of the two can be read is
 * the matter of the archive. All other files are whole.
 */
function apart(files: PlainFiles) {
  const whole = new Map<string, Uint8Array>();
  const touched = new Map<string, Uint8Array>();
  let isTouched = false;
  for (const [path, content] of files) {
    const fillsBlocks = content.length % 512 === 0;
    (isTouched || fillsBlocks ? touched : whole).set(path, content);
    isTouched = fillsBlocks;
  }
  return { whole, touched };
}

function found({ records, logs }: Unpacked) {
  return {
    objects: records.map(({ object }) => idOf(object as unknown as Named)).sort(),
    logs: [...logs].map(([key, log]): [string, number, number] => [key, log.lines, log.bytes.length]).sort(),
  };
}

describe("a real crust-gather snapshot", () => {
  it("is read whole from the tar, whose entries are told as one byte too long", async () => {
    const files = await filesOfTar(readFileSync(samplePath("crust-gather.tar.gz")), { tooLongBy: 1 });
    await using source = await openSource({ path: samplePath("crust-gather.tar.gz"), spoolDir: tmpdir() });
    expect(await detectLayouts(source)).toEqual([{ layout: "crust-gather", root: "crust/" }]);
    const packed = await packAll(source);
    const { whole, touched } = apart(files);
    expect([files.size, whole.size, touched.size]).toEqual([483, 476, 7]);
    const optional = new Set([...objectsOf(touched), ...[...touched.keys()].map(streamOf)]);
    const without = <T>(all: T[], idOfItem: (item: T) => string) => all.filter((item) => !optional.has(idOfItem(item)));
    const objects = without(objectsOf(whole), String);
    const logs = without(logsOf(whole), ([key]) => key);
    expect([objects.length, logs.length]).toEqual([355, 15]);
    expect(without(found(packed).objects, String)).toEqual(objects);
    expect(without(found(packed).logs, ([key]) => key)).toEqual(logs);
    expect(packed.records.filter(({ object }) => object.kind === "Event").length).toBe(100);
    expect(packed.manifest.facts).toMatchObject({
      layout: "crust-gather",
      capturedAt: "2026-11-23T11:15:41.851Z",
      cluster: { uid: expect.any(String) },
    });
    // What the damage cost: one object and two empty logs behind files that fill their blocks.
    expect(packed.logs.size).toBe(15);
    expect(packed.manifest.coverage.filter(({ kind }) => kind !== "cut")).toEqual([]);
  });

  it("is read from the zip, cut short as the tool wrote it", async () => {
    const files = await filesOfZip(readFileSync(samplePath("crust-gather.zip")));
    await using source = await openSource({ path: samplePath("crust-gather.zip"), spoolDir: tmpdir() });
    expect(await detectLayouts(source)).toEqual([{ layout: "crust-gather", root: "crust-lab/" }]);
    const packed = await packAll(source);
    const expected = { objects: objectsOf(files), logs: logsOf(files) };
    expect([files.size, expected.objects.length, expected.logs.length]).toEqual([80, 61, 12]);
    expect(found(packed)).toEqual(expected);
    expect(packed.manifest.coverage).toEqual([]);
  });
});

const pod = "apiVersion: v1\nkind: Pod\nmetadata:\n  name: p\n  namespace: a\n";

describe("crustGather", () => {
  it.each([
    ["c/namespaces/a/v1/pod/p.yaml", "crust-gather"],
    ["c/namespaces/a/apps-v1/deployment/web.yaml", "crust-gather"],
    ["c/namespaces/a/events.k8s.io-v1/event/e.json", "crust-gather"],
    ["c/namespaces/a/gateway.networking.k8s.io-v1beta1/gateway/g.yaml", "crust-gather"],
    ["c/cluster/v1/node/n.yaml", "crust-gather"],
    ["c/namespaces/a/v1/pod/p/c/previous.log", "crust-gather"],
    ["c/namespaces/a/core/pods/p.yaml", "must-gather"],
    ["c/namespaces/a/apps/deployments/web.yaml", "must-gather"],
    ["c/namespaces/a/monitoring.coreos.com/servicemonitors/m.yaml", "must-gather"],
    ["c/namespaces/a/pods/p/c/c/logs/current.log", "must-gather"],
  ])("tells %s from a must-gather", async (path, layout) => {
    expect((await detectLayouts(treeSource({ [path]: pod }))).map((found) => found.layout)).toEqual([layout]);
  });

  it("takes names as they stand in the objects, since paths have - for : * ? |", async () => {
    const role = pod
      .replace("Pod", "Role")
      .replace("v1", "rbac.authorization.k8s.io/v1")
      .replace("name: p", "name: system:x");
    const files = { "s/namespaces/a/rbac.authorization.k8s.io-v1/role/system-x.yaml": role };
    const { records } = await packAll(treeSource(files));
    expect(records.map(({ plural, object }) => [plural, (object as unknown as Named).metadata.name])).toEqual([
      ["roles", "system:x"],
    ]);
  });

  it("keeps logs of nodes as documents, and events that only the new API has", async () => {
    const event = {
      apiVersion: "events.k8s.io/v1",
      kind: "Event",
      metadata: { name: "e", namespace: "a" },
      note: "Started",
      regarding: { kind: "Pod", name: "p" },
      deprecatedCount: 3,
      reportingController: "kubelet",
    };
    const { records, parts } = await packAll(
      treeSource({
        "s/namespaces/a/events.k8s.io-v1/event/e.yaml": JSON.stringify(event),
        "s/cluster/v1/node/n/kubelet/current.log": "started\n",
      }),
    );
    expect(records.map(({ object }) => object)).toEqual([
      {
        apiVersion: "v1",
        kind: "Event",
        metadata: event.metadata,
        message: "Started",
        involvedObject: event.regarding,
        count: 3,
        reportingComponent: "kubelet",
        reportingInstance: "",
        source: {},
        eventTime: null,
        firstTimestamp: null,
        lastTimestamp: null,
      },
    ]);
    expect(parts.map(({ entry }) => entry.path).filter(Boolean)).toEqual(["s/cluster/v1/node/n/kubelet/current.log"]);
  });
});

describe("withoutPadding", () => {
  const through = async (chunks: Uint8Array[], of: "yaml" | "log" | "document") => {
    async function* content() {
      yield* chunks;
    }
    const out: Uint8Array[] = [];
    for await (const chunk of withoutPadding(of)(content())) out.push(chunk.slice());
    return Buffer.concat(out);
  };

  it("takes one NUL off the end, however the bytes are cut, and nothing else of what ends with a line", async () => {
    const end = fc.constantFrom([], [0], [0, 0], [10], [10, 0]);
    const of = fc.constantFrom("yaml" as const, "log" as const, "document" as const);
    await fc.assert(
      fc.asyncProperty(fc.array(fc.uint8Array({ maxLength: 4, max: 9 })), end, of, async (chunks, last, kind) => {
        const all = [...chunks, Uint8Array.from([7, 7]), Uint8Array.from(last)];
        const whole = Buffer.concat(all);
        expect(await through(all, kind)).toEqual(whole.at(-1) === 0 ? whole.subarray(0, -1) : whole);
      }),
    );
  });

  it.each([
    ["yaml", `${"x".repeat(511)}\nc`, 512],
    ["yaml", `${"x".repeat(512)}\n`, 513],
    ["yaml", `${"x".repeat(511)}\ncc`, 514],
    ["log", "c", 0],
    ["log", "\n", 1],
    ["log", `${"x".repeat(511)}\nc`, 513],
    ["document", `${"x".repeat(512)}}`, 513],
  ] as const)(
    "takes the first byte of the next header off a file that fills its blocks: %s",
    async (of, text, length) => {
      expect((await through([Buffer.from(text)], of)).length).toBe(length);
    },
  );
});

import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { openSource } from "@kubin/archives";
import { decompress } from "fzstd";
import { beforeAll, describe, expect, it } from "vitest";
import { packAll, type Unpacked } from "../../packing/fixtures/pack-all.ts";
import { filesOfZip, samplePath } from "../../packing/fixtures/plain-archive.ts";
import { treeSource } from "../../packing/fixtures/tree-source.ts";
import { detectLayouts } from "../detect-layouts.ts";
import type { JsonObject } from "../json-object.ts";

interface Recording {
  api_path: string;
  response_code: number;
  response_body: unknown;
  event_type?: string;
}

interface Item {
  metadata: { namespace?: string; name: string; resourceVersion: string };
}

describe("a real k8shark capture", () => {
  let packed: Unpacked;
  /** Of each path the recording with the highest number, by plain reading of all of them. */
  const last = new Map<string, { number: number; count: number; recording: Recording }>();

  beforeAll(async () => {
    for (const [path, content] of await filesOfZip(readFileSync(samplePath("lab.kshrk")))) {
      const number = /records\/[0-9a-f]{16}\/(\d+)\.json\.zst$/.exec(path)?.[1];
      if (number === undefined) continue;
      const recording = JSON.parse(new TextDecoder().decode(decompress(content))) as Recording;
      const known = last.get(recording.api_path);
      const count = (known?.count ?? 0) + 1;
      const isNewer = !known || Number(number) > known.number;
      last.set(recording.api_path, isNewer ? { number: Number(number), count, recording } : { ...known, count });
    }
    await using source = await openSource({ path: samplePath("lab.kshrk"), spoolDir: tmpdir() });
    expect(await detectLayouts(source)).toEqual([{ layout: "k8shark", root: "k8shark-capture/" }]);
    packed = await packAll(source);
  });

  const isState = (path: string) => /^\/apis?\//.test(path) && !path.includes("as=Table");

  it("has the objects of the last answer to each request", () => {
    const expected: string[] = [];
    for (const [path, { recording }] of last) {
      if (!isState(path) || path.includes("/log?")) continue;
      const { items = [] } = recording.response_body as { items?: Item[] };
      const plural = /\/([a-z]+)(\?.*)?$/.exec(path)?.[1];
      for (const { metadata } of items) {
        expected.push([plural, metadata.namespace ?? "", metadata.name, metadata.resourceVersion].join(" "));
      }
    }
    const found = packed.records.map(({ plural, object }) => {
      const { metadata } = object as unknown as Item;
      return [plural, metadata.namespace ?? "", metadata.name, metadata.resourceVersion].join(" ");
    });
    expect(expected.length).toBe(120);
    expect(found.sort()).toEqual(expected.sort());
  });

  it("has every line of every log", () => {
    const expected = [...last]
      .filter(([path]) => path.includes("/log?"))
      .map(([path, { recording }]): [string, string] => {
        const [, namespace, pod, container] =
          /namespaces\/([^/]+)\/pods\/([^/]+)\/log\?container=(.+)$/.exec(path) ?? [];
        return [[namespace, pod, container, "current"].join("/"), String(recording.response_body)];
      });
    expect(expected.length).toBe(18);
    expect([...packed.logs].map(([key, { text }]) => [key, text]).sort()).toEqual(expected.sort());
    for (const { lines, text } of packed.logs.values()) expect(lines).toBe(text.split("\n").length - 1);
  });

  it("tells how many recordings it left out, and why; nothing else is missing", () => {
    const counts: Record<string, number> = {};
    for (const { kind, what, count } of packed.manifest.coverage) {
      expect(kind).toBe("skipped");
      counts[what] = (counts[what] ?? 0) + count;
    }
    const all = [...last];
    const sum = (wanted: (path: string) => boolean, of: (count: number) => number) =>
      all.filter(([path]) => wanted(path)).reduce((total, [, { count }]) => total + of(count), 0);
    expect(counts).toEqual({
      "earlier recordings": sum(isState, (count) => count - 1),
      tables: sum(
        (path) => path.includes("as=Table"),
        (count) => count,
      ),
      "OpenAPI schemas": sum(
        (path) => path.startsWith("/openapi"),
        (count) => count,
      ),
      "API discovery": sum(
        (path) => /^\/api(s|\/v1|s\/[^/]+\/[^/]+)?$/.test(path),
        (count) => count,
      ),
      "indexes of k8shark": 2,
    });
  });

  it("knows when the capture ended", () => {
    expect(packed.manifest.facts).toMatchObject({
      layout: "k8shark",
      capturedAt: "2026-11-23T11:11:38.691Z",
      kubernetesVersion: expect.any(String),
    });
  });
});

/** A capture as k8shark writes it; the index is left out, as in a capture that was interrupted. */
function capture(recordings: Recording[]): Record<string, string> {
  const files: Record<string, string> = {};
  const numbers = new Map<string, number>();
  for (const { api_path, event_type, response_code, response_body } of recordings) {
    const folder = createHash("sha256").update(api_path).digest("hex").slice(0, 16);
    const number = numbers.get(api_path) ?? 0;
    numbers.set(api_path, number + 1);
    const around = { id: "1", captured_at: "2026-11-23T11:11:19Z", api_path, ...(event_type ? { event_type } : {}) };
    const recording = { ...around, http_method: "GET", response_code, response_body };
    files[`k8shark-capture/records/${folder}/${number}.json.zst`] = JSON.stringify(recording);
  }
  return files;
}

function indexed(recordings: Recording[]): Record<string, string> {
  const polls: Record<string, { seqs: number[] }> = {};
  const changes: Record<string, { seqs: number[] }> = {};
  const numbers = new Map<string, number>();
  for (const { api_path, event_type } of recordings) {
    const number = numbers.get(api_path) ?? 0;
    numbers.set(api_path, number + 1);
    const index = event_type ? changes : polls;
    const entry = index[api_path] ?? { seqs: [] };
    entry.seqs.push(number);
    index[api_path] = entry;
  }
  return {
    ...capture(recordings),
    "k8shark-capture/index.json.zst": JSON.stringify({ entries: polls }),
    "k8shark-capture/watch-index.json.zst": JSON.stringify(changes),
    "k8shark-capture/metadata.json": JSON.stringify({
      captured_at: "2026-11-23T11:11:19Z",
      kubernetes_version: "v1.34.0",
    }),
  };
}

const pods = "/api/v1/namespaces/a/pods";
const pod = (name: string, version: number): JsonObject => ({
  metadata: { name, namespace: "a", resourceVersion: String(version), labels: { version: String(version) } },
});
const podList = (...items: JsonObject[]) => ({ kind: "PodList", apiVersion: "v1", metadata: {}, items });
const answer = (api_path: string, response_body: unknown, response_code = 200): Recording => ({
  api_path,
  response_code,
  response_body,
});
const change = (event_type: string, object: JsonObject): Recording => ({
  ...answer(pods, { kind: "Pod", apiVersion: "v1", ...object }),
  event_type,
});

const names = ({ records }: Unpacked) =>
  records.map(({ object }) => {
    const { name, resourceVersion } = (object as unknown as Item).metadata;
    return `${name}@${resourceVersion}`;
  });
const gaps = ({ manifest }: Unpacked) =>
  manifest.coverage
    .filter(({ what }) => what !== "indexes of k8shark")
    .map(({ kind, what, count }) => [kind, what, count]);

describe.each([
  ["with its index", indexed],
  ["without an index", capture],
])("k8shark %s", (_, files) => {
  it("takes the last answer: what vanished during the capture is not there", async () => {
    const recordings = [answer(pods, podList(pod("old", 1), pod("p", 2))), answer(pods, podList(pod("p", 3)))];
    const result = await packAll(treeSource(files(recordings)));
    expect(names(result)).toEqual(["p@3"]);
    expect(gaps(result)).toEqual([["skipped", "earlier recordings", 1]]);
  });

  it("takes an earlier answer when the last ones failed, and tells requests that never worked", async () => {
    const status = { kind: "Status", apiVersion: "v1", message: "forbidden" };
    const secrets = "/api/v1/namespaces/a/secrets";
    const result = await packAll(
      treeSource(
        files([
          answer(pods, podList(pod("old", 1))),
          answer(pods, podList(pod("p", 2))),
          answer(pods, status, 500),
          answer(secrets, status, 403),
          answer(secrets, status, 403),
          answer("/apis/x.io/v1/things", status, 404),
        ]),
      ),
    );
    expect(names(result)).toEqual(["p@2"]);
    expect(gaps(result).sort()).toEqual([
      ["forbidden", secrets, 2],
      ["missing", pods, 1],
      ["missing", "/apis/x.io/v1/things", 1],
      ["skipped", "earlier recordings", 1],
    ]);
    const details = result.manifest.coverage.map(({ detail }) => detail).join("\n");
    expect(details).toContain("HTTP status 500; an earlier answer was taken");
    expect(details).toContain("HTTP status 403; there is no other answer");
  });

  it("follows the changes that were watched behind the last answer", async () => {
    const result = await packAll(
      treeSource(
        files([
          change("ADDED", pod("before", 1)),
          answer(pods, podList(pod("kept", 2), pod("gone", 3), pod("changed", 4))),
          change("MODIFIED", pod("changed", 5)),
          change("MODIFIED", pod("changed", 6)),
          change("MODIFIED", pod("gone", 7)),
          change("DELETED", pod("gone", 8)),
          change("ADDED", pod("new", 9)),
        ]),
      ),
    );
    expect(names(result).sort()).toEqual(["changed@6", "kept@2", "new@9"]);
    expect(gaps(result).sort()).toEqual([
      ["skipped", "earlier recordings", 3],
      ["skipped", "objects deleted during the capture", 1],
    ]);
  });

  it("reads logs of both runs, with every byte that JSON can say", async () => {
    const text = 'one "two"\tthree\\\n\u0001<&>\u{1f600} é\n';
    const path = `${pods}/p/log?container=c`;
    const { logs } = await packAll(
      treeSource(files([answer(path, text), answer(`${path}&previous=true`, "before"), answer(`${path}2`, null)])),
    );
    expect([...logs].map(([key, log]) => [key, log.text])).toEqual([
      ["a/p/c/current", text],
      ["a/p/c/previous", "before"],
    ]);
  });

  it("reads events of both APIs as one, and other answers as documents", async () => {
    const path = (group: string) => `/${group}/namespaces/a/events`;
    const event = {
      metadata: { name: "e", namespace: "a", resourceVersion: "1" },
      source: {},
      eventTime: null,
      firstTimestamp: null,
      lastTimestamp: null,
      reportingComponent: "",
      reportingInstance: "",
    };
    const list = (apiVersion: string, item: JsonObject) => ({ kind: "EventList", apiVersion, items: [item] });
    const { records, parts, manifest } = await packAll(
      treeSource(
        files([
          answer(path("api/v1"), list("v1", { ...event, message: "m" })),
          answer(path("apis/events.k8s.io/v1"), list("events.k8s.io/v1", { ...event, note: "m" })),
          answer("/version", { gitVersion: "v1.34.0" }),
        ]),
      ),
    );
    expect(records.map(({ object }) => object)).toEqual([{ apiVersion: "v1", kind: "Event", ...event, message: "m" }]);
    expect(parts.filter(({ entry }) => entry.path?.includes("/records/")).length).toBe(1);
    expect(manifest.coverage.filter(({ kind }) => kind !== "skipped")).toEqual([]);
  });

  it("tells a damaged recording and takes the one before it", async () => {
    const recordings = [answer(pods, podList(pod("p", 1))), answer(pods, podList(pod("p", 2)))];
    const whole = files(recordings);
    const path = Object.keys(whole).find((name) => name.endsWith("/1.json.zst")) ?? "";
    const result = await packAll(treeSource({ ...whole, [path]: new Uint8Array([0x1f, 0x8b, 8, 0, 1, 2, 3]) }));
    expect(names(result)).toEqual(["p@1"]);
    expect(gaps(result)).toEqual([["unparseable", pods, 1]]);
  });

  it("reads recordings whose fields come in another order", async () => {
    const whole = Object.entries(files([answer(pods, podList(pod("p", 1)))])).map(([path, text]): [string, string] => {
      if (!path.includes("/records/")) return [path, text];
      const sorted = Object.entries(JSON.parse(text) as JsonObject).sort(([a], [b]) => (a < b ? -1 : 1));
      return [path, JSON.stringify(Object.fromEntries(sorted))];
    });
    expect(names(await packAll(treeSource(Object.fromEntries(whole))))).toEqual(["p@1"]);
  });
});

describe("k8shark", () => {
  it.each([
    ["k8shark-capture/metadata.json", "k8shark-capture/"],
    ["a/k8shark-capture/index.json.zst", "a/k8shark-capture/"],
    ["k8shark-capture/records/0123456789abcdef/0.json.zst", "k8shark-capture/"],
  ])("is known by %s", async (path, root) => {
    expect(await detectLayouts(treeSource({ [path]: "" }))).toEqual([{ layout: "k8shark", root }]);
  });

  it("says of an encrypted capture that age can open it", async () => {
    const envelope = "age-encryption.org/v1\n-> X25519 abc\n";
    await expect(detectLayouts(treeSource({ "lab.kshrk": envelope }, "lab.kshrk"))).rejects.toMatchObject({
      code: "NOT_A_BUNDLE",
      message: expect.stringContaining("age -d"),
    });
  });
});

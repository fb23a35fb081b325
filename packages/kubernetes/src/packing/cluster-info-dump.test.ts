import { readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { gunzipSync } from "node:zlib";
import { openSource } from "@kubin/archives";
import { dump } from "js-yaml";
import { beforeAll, describe, expect, it } from "vitest";
import { packAll, type Unpacked } from "./fixtures/pack-all.ts";
import { filesOfTar, type PlainFiles, samplePath, textOf } from "./fixtures/plain-archive.ts";
import { treeSource } from "./fixtures/tree-source.ts";

const idsOf = (packed: Unpacked) =>
  packed.records
    .map(({ plural, object, part }) => {
      const { apiVersion, kind, metadata } = object as { apiVersion: string; kind: string; metadata: { name: string } };
      return `${plural} ${apiVersion} ${kind} ${part.namespace}/${metadata.name}`;
    })
    .sort();
const logsOf = (packed: Unpacked) => Object.fromEntries([...packed.logs].map(([key, { text }]) => [key, text]));

async function pack(name: string): Promise<Unpacked> {
  await using source = await openSource({ path: samplePath(name), spoolDir: tmpdir() });
  return await packAll(source);
}

describe("the real kubectl cluster-info dump", () => {
  let files: PlainFiles;
  let folder: Unpacked;
  let output: Unpacked;

  beforeAll(async () => {
    files = await filesOfTar(readFileSync(samplePath("cluster-info-dump.tar.gz")));
    folder = await pack("cluster-info-dump.tar.gz");
    output = await pack("cluster-info-dump.stdout.txt.gz");
  });

  it("gives every object, from its folder and from its output", () => {
    const expected: string[] = [];
    for (const [path, bytes] of files) {
      if (!path.endsWith(".json")) continue;
      const list = JSON.parse(textOf(bytes));
      for (const item of list.items ?? []) {
        const kind = list.kind.replace("List", "");
        expected.push(
          `${kind.toLowerCase()}s ${list.apiVersion} ${kind} ${item.metadata.namespace ?? ""}/${item.metadata.name}`,
        );
      }
    }
    expect(expected.length).toBe(98);
    expect(idsOf(folder)).toEqual(expected.sort());
    expect(idsOf(output)).toEqual(expected);
  });

  it("gives every byte of every log, from its folder and from its output", () => {
    const expected: Record<string, string> = {};
    const text = [...files].flatMap(([path, bytes]) => (path.endsWith("/logs.txt") ? [textOf(bytes)] : [])).join("");
    for (const source of [
      text,
      gunzipSync(readFileSync(samplePath("cluster-info-dump.stdout.txt.gz"))).toString("utf8"),
    ]) {
      const found: Record<string, string> = {};
      for (const [, container, pod, log = ""] of source.matchAll(
        /^==== START logs for container (\S+) of pod (\S+) ====\n([\s\S]*?)==== END logs for container \1 of pod \2 ====\n/gm,
      )) {
        if (log !== "" && !log.startsWith("Request log error: ")) found[`${pod}/${container}/current`] = log;
      }
      Object.assign(expected, found);
      expect(found).toEqual(expected);
    }
    expect(Object.keys(expected).length).toBe(18);
    expect(logsOf(folder)).toEqual(expected);
    expect(logsOf(output)).toEqual(expected);
  });

  it("tells the logs that the cluster did not give", () => {
    for (const packed of [folder, output]) {
      expect(packed.manifest.coverage.map(({ kind, what }) => [kind, what])).toEqual([]);
      expect(packed.manifest.facts.layout).toBe("cluster-info-dump");
    }
  });
});

describe("a kubectl cluster-info dump", () => {
  const mark = (word: string, container: string) => `==== ${word} logs for container ${container} of pod a/p ====\n`;
  const logs = `${mark("START", "init")}${mark("END", "init")}${mark("START", "c")}1\n2\n${mark("END", "c")}`;
  const failed = `${mark("START", "d")}Request log error: pods "p" is forbidden\n${mark("END", "d")}`;
  const meta = (name: string, namespace?: string) => ({ metadata: { name, ...(namespace ? { namespace } : {}) } });
  const template = { metadata: {}, spec: { containers: [] } };
  const typed: [string, string, string, object][] = [
    ["nodes", "v1", "NodeList", { ...meta("n"), status: { nodeInfo: { kubeletVersion: "v1.2.3" } } }],
    ["a/events", "v1", "EventList", { ...meta("e", "a"), involvedObject: {} }],
    [
      "a/replication-controllers",
      "v1",
      "ReplicationControllerList",
      { ...meta("rc", "a"), spec: { selector: { app: "x" }, template } },
    ],
    ["a/services", "v1", "ServiceList", { ...meta("s", "a"), spec: { clusterIP: "None" } }],
    [
      "a/daemonsets",
      "apps/v1",
      "DaemonSetList",
      { ...meta("ds", "a"), spec: { selector: {}, template, updateStrategy: {} } },
    ],
    [
      "a/deployments",
      "apps/v1",
      "DeploymentList",
      { ...meta("d", "a"), spec: { selector: {}, template, strategy: {} } },
    ],
    [
      "a/replicasets",
      "apps/v1",
      "ReplicaSetList",
      { ...meta("rs", "a"), spec: { selector: { matchLabels: {} }, template } },
    ],
    ["a/pods", "v1", "PodList", { ...meta("p", "a"), spec: { containers: [] } }],
  ];
  const lists = typed.map(([path, apiVersion, kind, item]): [string, object] => [
    path,
    { kind, apiVersion, metadata: {}, items: [item] },
  ]);
  const expected = [
    "daemonsets apps/v1 DaemonSet a/ds",
    "deployments apps/v1 Deployment a/d",
    "events v1 Event a/e",
    "nodes v1 Node /n",
    "pods v1 Pod a/p",
    "replicasets apps/v1 ReplicaSet a/rs",
    "replicationcontrollers v1 ReplicationController a/rc",
    "services v1 Service a/s",
  ];

  it.each([
    ["json", JSON.stringify],
    ["yaml", (value: object) => dump(value, { sortKeys: true })],
    ["txt", (value: object) => JSON.stringify(value, undefined, 4)],
  ])("is read from a folder of .%s", async (ending, print) => {
    const files = Object.fromEntries(lists.map(([path, list]) => [`dump/${path}.${ending}`, print(list)]));
    const packed = await packAll(
      treeSource({ ...files, "dump/a/p/logs.txt": logs + failed, "dump/notes.txt": "by me" }),
    );
    expect(idsOf(packed)).toEqual(expected);
    expect(logsOf(packed)).toEqual({ "a/p/c/current": "1\n2\n" });
    expect(packed.manifest.coverage).toMatchObject([{ kind: "missing", what: "log of p/d", namespace: "a", count: 1 }]);
    expect(packed.everything).not.toContain("is forbidden");
    expect(packed.parts.filter(({ entry }) => entry.type === "bundle").map(({ entry }) => entry.path)).toEqual([
      "dump/notes.txt",
    ]);
  });

  it.each([
    ["JSON", lists.map(([, list]) => `${JSON.stringify(list, undefined, 4)}\n`)],
    ["YAML", lists.map(([, list], index) => `${index > 0 ? "---\n" : ""}${dump(list, { sortKeys: true })}`)],
  ])("is read from its output as one stream of %s", async (_, documents) => {
    const packed = await packAll(treeSource({ "out.txt": [...documents, logs, failed].join("") }));
    expect(idsOf(packed)).toEqual(expected);
    expect(logsOf(packed)).toEqual({ "a/p/c/current": "1\n2\n" });
    expect(packed.manifest.coverage).toMatchObject([{ kind: "missing", what: "log of p/d" }]);
  });

  it("keeps what came before its end, when its output was cut", async () => {
    const text = [...lists.map(([, list]) => JSON.stringify(list)), logs].join("\n");
    const packed = await packAll(treeSource({ "out.txt": text.slice(0, text.lastIndexOf("2\n")) }));
    expect(idsOf(packed)).toEqual(expected);
    expect(logsOf(packed)).toEqual({ "a/p/c/current": "1\n" });
  });
});

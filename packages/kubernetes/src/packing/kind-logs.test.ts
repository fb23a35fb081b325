import { gzipSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { detectLayouts } from "../bundle/detect-layouts.ts";
import { packAll } from "./fixtures/pack-all.ts";
import { entriesSource, treeSource } from "./fixtures/tree-source.ts";

const uid = "0e884add-1a7b-4357-a6f3-8468e275156d";
const hash = "ebc90e06f9a40e351630b8d1802c403f";
const id = "51ab71d192e6bfee65c2cc1a5e8f545b3568e474297676bf98b3ea0626b8215e";
const line = (text: string, second = 1) => `2021-05-26T01:55:0${second}.661286689Z stderr F ${text}\n`;
const proxy = `k/node-1/pods/kube-system_kube-proxy-tq8z9_${uid}/kube-proxy`;
const etcd = `k/node-1/pods/kube-system_etcd-node-1_${hash}/etcd`;

const files = {
  "k/kind-version.txt": "kind v0.11.0 go1.16.4 linux/amd64",
  "k/docker-info.txt": "Client: Docker\n",
  "k/node-1/kubernetes-version.txt": "v1.20.7",
  "k/node-1/kubelet.log": "-- Journal begins --\n",
  "k/node-1/containerd.log": "containerd\n",
  "k/node-1/journal.log": "journal\n",
  "k/node-1/serial.log": "serial\n",
  "k/node-1/inspect.json": '[{"Id":"x"}]',
  [`${proxy}/0.log`]: line("first run"),
  [`${proxy}/1.log`]: line("second run"),
  [`${proxy}/2.log`]: line("third run"),
  [`${proxy}/2.log.20210526-015500.gz`]: new Uint8Array(gzipSync(line("older lines"))),
  [`${etcd}/0.log`]: line("etcd") + line("", 2),
  [`k/node-1/containers/kube-proxy-tq8z9_kube-system_kube-proxy-${id}.log`]: line("third run"),
  [`k/node-1/containers/etcd-node-1_kube-system_etcd-${id}.log`]: line("etcd") + line("", 2),
};
const texts = (packed: Awaited<ReturnType<typeof packAll>>) =>
  Object.fromEntries([...packed.logs].map(([key, { text }]) => [key, text]));

describe("kind export logs", () => {
  it("is logs and documents alone, and that is a snapshot", async () => {
    expect(await detectLayouts(treeSource(files))).toEqual([{ layout: "kind-logs", root: "k/" }]);
    const packed = await packAll(treeSource(files));
    expect(packed.records).toEqual([]);
    expect(packed.manifest.facts).toMatchObject({ layout: "kind-logs", kubernetesVersion: "v1.20.7" });
    expect(packed.manifest.facts.cluster).toBeUndefined();
    const documents = packed.parts.flatMap(({ entry }) => (entry.type === "bundle" ? [entry.path] : []));
    expect(documents.length).toBe(9);
    expect(documents).toContain(`${proxy}/2.log.20210526-015500.gz`);
    expect(packed.everything).toContain("older lines");
  });

  it("numbers runs: the last is current, the one before previous, older ones are told", async () => {
    const packed = await packAll(treeSource(files));
    expect(texts(packed)).toEqual({
      "kube-system/kube-proxy-tq8z9/kube-proxy/current": line("third run"),
      "kube-system/kube-proxy-tq8z9/kube-proxy/previous": line("second run"),
      "kube-system/etcd-node-1/etcd/current": line("etcd") + line("", 2),
    });
    expect(packed.manifest.coverage).toMatchObject([
      { kind: "skipped", what: `${proxy}/0.log`, namespace: "kube-system" },
      { kind: "skipped", what: "copies of pod logs", namespace: "kube-system", count: 2 },
    ]);
  });

  it("knows that a run without lines follows one with lines", async () => {
    const packed = await packAll(treeSource({ [`${etcd}/3.log`]: line("before"), [`${etcd}/4.log`]: "" }));
    expect(texts(packed)).toEqual({ "kube-system/etcd-node-1/etcd/previous": line("before") });
  });

  it("takes the copies below containers/ where the logs themselves are missing, and tells links", async () => {
    const copy = `k/node-1/containers/etcd-node-1_kube-system_etcd-${id}.log`;
    const source = treeSource({ [copy]: line("copy"), [`${proxy}/0.log`]: line("x") });
    const packed = await packAll({
      ...source,
      async *entries() {
        yield* source.entries();
        const linkTarget = `../pods/kube-system_kube-proxy-tq8z9_${uid}/kube-proxy/0.log`;
        const path = `k/node-1/containers/kube-proxy-tq8z9_kube-system_kube-proxy-${id}.log`;
        yield { path, kind: "link", linkTarget, size: 0, content: source.entries } as never;
      },
    });
    expect(texts(packed)).toEqual({
      "kube-system/kube-proxy-tq8z9/kube-proxy/current": line("x"),
      "kube-system/etcd-node-1/etcd/current": line("copy"),
    });
    expect(packed.manifest.coverage).toMatchObject([{ kind: "skipped", what: "links", count: 1 }]);
  });

  it("never mixes the runs of two pods of one name", async () => {
    const of = (pod: string, run: number) => `k/n/pods/a_db-0_${pod.repeat(32)}/c/${run}.log`;
    const two = {
      [of("a", 0)]: line("old, previous"),
      [of("a", 1)]: line("old, current"),
      [of("b", 0)]: `${line("new, previous")}${line("with more to read")}${line("than the other")}`,
      [of("b", 2)]: line("new, current"),
    };
    const packed = await packAll(treeSource(two));
    expect(texts(packed)).toEqual({ "a/db-0/c/current": two[of("b", 2)], "a/db-0/c/previous": two[of("b", 0)] });
    expect(packed.manifest.coverage.map(({ kind, what }) => [kind, what])).toEqual([
      ["duplicate", of("a", 0)],
      ["duplicate", of("a", 1)],
    ]);
  });

  it("is found where the inside of a node's folder was packed, and with several clusters beside each other", async () => {
    const log = `pods/a_p_${uid}/c/0.log`;
    expect(await detectLayouts(treeSource({ [log]: "x" }))).toEqual([{ layout: "kind-logs", root: "" }]);
    const two = { [`x/one/n/${log}`]: "x", [`x/two/n1/${log}`]: "x", [`x/two/n2/${log}`]: "x" };
    expect((await detectLayouts(treeSource(two))).map(({ root }) => root)).toEqual(["x/one/", "x/two/"]);
    for (const path of [`n/pods/a_p_${uid}/c/x.log`, `n/pods/a_p/c/0.log`, `n/pods/a_p_${uid}/0.log`])
      await expect(detectLayouts(treeSource({ [path]: "x" }))).rejects.toMatchObject({ code: "NOT_A_BUNDLE" });
  });

  it("gives the same whatever the order of its files", async () => {
    const entries = Object.entries(files).map(([path, content]): [string, Uint8Array[]] => [
      path,
      [typeof content === "string" ? new TextEncoder().encode(content) : content],
    ]);
    const expected = texts(await packAll(treeSource(files)));
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray(entries, { minLength: entries.length }), async (shuffled) => {
        const packed = await packAll(entriesSource(shuffled), { redaction: { keepSecrets: true } });
        expect(texts(packed)).toEqual(expected);
      }),
      { numRuns: 20 },
    );
  });
});

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { globOf } from "../../usage/glob-of.ts";
import { chooseTypes } from "./choose-types.ts";
import { listEdges } from "./list-edges.ts";
import { merged } from "./merged.ts";
import { podStreams } from "./pod-streams.ts";
import { readAhead } from "./read-ahead.ts";
import { tailBuffer } from "./tail-buffer.ts";

const text = (chunks: readonly Uint8Array[]) => Buffer.concat(chunks).toString();

async function* inChunks(all: string, size: number): AsyncGenerator<Uint8Array> {
  const bytes = Buffer.from(all);
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function allOf<T>(values: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const value of values) all.push(value);
  return all;
}

async function readAll(chunks: AsyncIterable<Uint8Array>): Promise<string> {
  return text(await allOf(chunks));
}

describe("merged", () => {
  test("gives everything of all, each in its own order, with so many begun at most", async () => {
    let begun = 0;
    let most = 0;
    async function* source(name: string): AsyncGenerator<string> {
      most = Math.max(most, ++begun);
      for (let number = 0; number < 3; number++) {
        await Promise.resolve();
        yield `${name}${number}`;
      }
      begun--;
    }
    const all = await allOf(merged(["a", "b", "c", "d", "e"].map(source), 2));
    expect(all.toSorted()).toEqual(["a", "b", "c", "d", "e"].flatMap((name) => [0, 1, 2].map((n) => `${name}${n}`)));
    for (const name of ["a", "b"])
      expect(all.filter((one) => one[0] === name)).toEqual([0, 1, 2].map((n) => `${name}${n}`));
    expect(most).toBe(2);
  });

  test("closes those that are open when the reader leaves, and when one throws", async () => {
    const closed: string[] = [];
    async function* open(name: string): AsyncGenerator<string> {
      try {
        for (;;) yield name;
      } finally {
        closed.push(name);
      }
    }
    for await (const one of merged([open("a"), open("b")], 2)) if (one === "b") break;
    expect(closed.toSorted()).toEqual(["a", "b"]);
    async function* failing(): AsyncGenerator<string> {
      yield "x";
      throw new Error("broken");
    }
    await expect(allOf(merged([failing(), open("c")], 1))).rejects.toThrow("broken");
  });
});

describe("readAhead", () => {
  test("gives what was read, then the error", async () => {
    async function* body(): AsyncGenerator<Uint8Array> {
      yield Buffer.from("some");
      throw new Error("broken");
    }
    const read = readAhead(body());
    await read.ready;
    const came: Uint8Array[] = [];
    const reading = (async () => {
      for await (const chunk of read.chunks()) came.push(chunk);
    })();
    await expect(reading).rejects.toThrow("broken");
    expect(text(came)).toBe("some");
  });

  test("stops reading while too much waits", async () => {
    let given = 0;
    async function* body(): AsyncGenerator<Uint8Array> {
      for (; given < 100; given++) yield new Uint8Array(1024 * 1024);
    }
    const read = readAhead(body());
    await read.ready;
    expect(given).toBeLessThan(6);
    let bytes = 0;
    for await (const chunk of read.chunks()) bytes += chunk.length;
    expect(bytes).toBe(100 * 1024 * 1024);
  });
});

describe("listEdges", () => {
  const metadata = { continue: 'a"b\\n+/=', resourceVersion: "7", remainingItemCount: 3 };
  const items = Array.from({ length: 400 }, (_, n) => ({ metadata: { name: `pod-${n}`, continue: "not this" } }));

  test.each([
    ["before its items", { kind: "PodList", apiVersion: "v1", metadata, items }],
    ["behind them", { apiVersion: "x/v1", items, kind: "XList", metadata }],
  ])("finds where a list goes on, %s", async (_where, list) => {
    const edges = listEdges(inChunks(JSON.stringify(list), 1000));
    expect(JSON.parse(await readAll(edges.bytes))).toEqual(list);
    expect(edges.next()).toBe(metadata.continue);
  });

  test("finds the end of a list, and of what is none", async () => {
    for (const whole of [
      JSON.stringify({ metadata: { resourceVersion: "7" }, items }),
      '{"items":[]}',
      "no list",
      "",
    ]) {
      const edges = listEdges(inChunks(whole, 777));
      await readAll(edges.bytes);
      expect(edges.next()).toBe("");
    }
  });
});

test("tailBuffer keeps the last bytes, from the beginning of a line on", () => {
  fc.assert(
    fc.property(fc.array(fc.string({ maxLength: 20 })), fc.integer({ min: 1, max: 100 }), (lines, maxBytes) => {
      const whole = lines.map((line) => `${line.replaceAll("\n", "")}\n`);
      const tail = tailBuffer(maxBytes);
      for (const line of whole) tail.add(Buffer.from(line));
      const kept = text(tail.lines());
      const all = whole.join("");
      expect(all.endsWith(kept)).toBe(true);
      expect(Buffer.byteLength(kept)).toBeLessThanOrEqual(maxBytes);
      const isCut = Buffer.byteLength(all) > maxBytes;
      if (!isCut) expect(kept).toBe(all);
    }),
  );
});

describe("chooseTypes", () => {
  const type = (plural: string, group: string, kind: string) => ({
    plural,
    group,
    kind,
    version: "v1",
    namespaced: true,
  });
  const pods = type("pods", "", "Pod");
  const podMetrics = type("pods", "metrics.k8s.io", "PodMetrics");
  const certificates = type("certificates", "cert-manager.io", "Certificate");
  const challenges = type("challenges", "acme.cert-manager.io", "Challenge");
  const ingresses = type("ingresses", "networking.k8s.io", "Ingress");
  const oldIngresses = type("ingresses", "extensions", "Ingress");
  const all = [challenges, certificates, podMetrics, oldIngresses, ingresses, pods];
  const names = (include: string[], exclude: string[] = []) =>
    chooseTypes(all, { include, exclude }).map(({ plural, group }) => `${plural}.${group}`);

  test("takes all, what people look for first, and each once", () => {
    expect(names([])[0]).toBe("pods.");
    expect(names([])).not.toContain("ingresses.extensions");
    expect(names([])).toHaveLength(5);
  });

  test("takes those named by plural, kind, group and glob", () => {
    expect(names(["pods.core"])).toEqual(["pods."]);
    expect(names(["Certificate", "*.acme.cert-manager.io"]).toSorted()).toEqual([
      "certificates.cert-manager.io",
      "challenges.acme.cert-manager.io",
    ]);
    expect(names(["*cert-manager.io"], ["challenges"])).toEqual(["certificates.cert-manager.io"]);
  });

  test("refuses what the cluster does not have", () => {
    expect(() => names(["deploymentz"])).toThrow(/--include deploymentz: the cluster has no such type/);
  });

  test("globs are text but for *", () => {
    expect(globOf("a.b").test("axb")).toBe(false);
    expect(globOf("team-*-x").test("team-1-x")).toBe(true);
  });
});

describe("podStreams", () => {
  const pod = (statuses: object, phase = "Running") => ({
    metadata: { namespace: "shop", name: "web-0" },
    status: { phase, ...statuses },
  });
  const running = { running: {} };

  test("containers of all kinds, now and before, only those that ran", () => {
    const { streams, trouble } = podStreams(
      pod({
        initContainerStatuses: [{ name: "init", state: { terminated: { exitCode: 0 } }, ready: true }],
        containerStatuses: [
          { name: "app", state: running, lastState: { terminated: { exitCode: 137 } }, restartCount: 3, ready: true },
          { name: "new", state: { waiting: { reason: "ContainerCreating" } }, restartCount: 0 },
        ],
        ephemeralContainerStatuses: [{ name: "debug", state: running, ready: true }],
      }),
      { previous: true },
    );
    expect(streams.map(({ container, source }) => `${container} ${source}`)).toEqual([
      "init current",
      "app current",
      "app previous",
      "debug current",
    ]);
    expect(trouble).toBe(5);
  });

  test("the worst first: cannot start, ended badly, restarted, not ready, well", () => {
    const states = [
      { state: { waiting: { reason: "CrashLoopBackOff" } }, restartCount: 9 },
      { state: { terminated: { exitCode: 1 } } },
      { state: running, restartCount: 1, ready: true },
      { state: running, ready: false },
      { state: running, ready: true },
    ];
    const troubles = states.map(
      (one) => podStreams(pod({ containerStatuses: [{ name: "app", ...one }] }), { previous: true }).trouble,
    );
    expect(troubles).toEqual([...new Set(troubles)].sort((a, b) => b - a));
  });
});

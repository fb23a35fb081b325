import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { LogRole } from "../bundle/layout.ts";
import { packAll } from "./fixtures/pack-all.ts";
import { treeSource } from "./fixtures/tree-source.ts";
import { gapList } from "./gap-list.ts";
import { logIndex } from "./log-index.ts";

const role = fc.record(
  {
    pod: fc.constantFrom("p", "q"),
    source: fc.constantFrom("current" as const, "previous" as const),
    insecure: fc.boolean(),
    run: fc.option(fc.nat(4), { nil: undefined }),
    instance: fc.option(fc.constantFrom("u1", "u2"), { nil: undefined }),
    copy: fc.boolean(),
    size: fc.constantFrom(-1, 0, 3, 9),
  },
  { noNullPrototype: true },
);
type Shape = typeof role extends fc.Arbitrary<infer Value> ? Value : never;

function fileOf({ pod, source, run, instance, size, ...flags }: Shape, number: number) {
  const told: LogRole = {
    role: "log",
    stream: { namespace: "a", pod, container: "c", source },
    ...flags,
    ...(run === undefined ? {} : { run }),
    ...(instance === undefined ? {} : { instance }),
  };
  return { path: `f${number}`, size, role: told };
}

/** Chosen files with their streams, and the gaps. */
function chosenOf(files: ReturnType<typeof fileOf>[]) {
  const gaps = gapList();
  const roles = new Map(files.map(({ path, role: told }) => [path, told]));
  const index = logIndex({ gaps, rolesOf: (path) => [roles.get(path) ?? []].flat() });
  for (const file of files) index.add(file);
  const chosen = index.choose();
  const taken = files.flatMap((file) => {
    const found = chosen.take(file);
    return found?.role === "log" ? [`${file.path} ${found.stream.pod} ${found.stream.source}`] : [];
  });
  expect(chosen.missing()).toEqual([]);
  const told = gaps.all().map(({ kind, what }) => `${kind} ${what}`);
  return { taken: taken.sort(), told: told.sort() };
}

describe("the order of entries", () => {
  it("does not change which file tells a stream, and every file is taken or told", () => {
    fc.assert(
      fc.property(
        fc.array(role, { maxLength: 8 }).chain((shapes) => {
          const files = shapes.map(fileOf);
          return fc.tuple(fc.constant(files), fc.shuffledSubarray(files, { minLength: files.length }));
        }),
        ([files, shuffled]) => {
          const { taken, told } = chosenOf(files);
          expect(chosenOf(shuffled)).toEqual({ taken, told });
          const streams = taken.map((name) => name.replace(/^\S+ /, ""));
          expect(new Set(streams).size).toBe(streams.length);
          const filled = files.filter(({ size }) => size !== 0);
          const copies = told.filter((name) => name.includes("copies"));
          const named = told.filter((name) => !name.includes("copies")).map((name) => name.split(" ")[1]);
          for (const { path, role: file } of filled) {
            const isTaken = taken.some((name) => name.startsWith(`${path} `));
            expect(isTaken || named.includes(path) || (file.copy === true && copies.length > 0)).toBe(true);
          }
        },
      ),
      { numRuns: 300 },
    );
  });

  it("does not change the objects and lines of a snapshot", async () => {
    const pods = ["one", "two"].map(
      (name) =>
        [
          `r/namespaces/a/pods/${name}/${name}.yaml`,
          `apiVersion: v1\nkind: Pod\nmetadata: {name: ${name}, namespace: a, resourceVersion: "7"}\nspec: {nodeName: n}\n`,
        ] as const,
    );
    const files: (readonly [string, string])[] = [
      ...pods,
      [
        "r/namespaces/a/core/pods.yaml",
        `apiVersion: v1\nkind: PodList\nitems:\n- metadata: {name: one, namespace: a, resourceVersion: "9"}\n  spec: {nodeName: m}\n`,
      ],
      ["r/namespaces/a/a.yaml", "apiVersion: v1\nkind: Namespace\nmetadata: {name: a}\n"],
      ["r/cluster-scoped-resources/core/nodes/n.yaml", "apiVersion: v1\nkind: Node\nmetadata: {name: n}\n"],
      ["r/namespaces/a/core/events.yaml", "apiVersion: v1\nkind: Event\nmetadata: {name: e, namespace: a}\n"],
      ["r/namespaces/a/pods/one/c/c/logs/current.log", "1\n2\n"],
      ["r/namespaces/a/pods/one/c/c/logs/current.insecure.log", "1\n2\n3\n"],
      ["r/namespaces/a/pods/one/c/c/logs/previous.log", ""],
      ["r/namespaces/a/pods/one/c/c/logs/previous.insecure.log", "before\n"],
      ["r/inspect.local.2/namespaces/a/pods/one/c/c/logs/current.log", "1\n2\nfrom the other root\n"],
      ["r/version", "v"],
    ];
    const packed = async (entries: (readonly [string, string])[]) => {
      const { records, logs, parts, manifest } = await packAll(treeSource(Object.fromEntries(entries)), {
        redaction: { keepSecrets: true },
      });
      return {
        records: records.map(({ plural, object }) => `${plural} ${JSON.stringify(object)}`).sort(),
        logs: [...logs].map(([key, { text }]) => `${key} ${text}`).sort(),
        documents: parts.map(({ entry }) => entry.path ?? "").sort(),
        gaps: manifest.coverage.map((gap) => JSON.stringify(gap)).sort(),
      };
    };
    const expected = await packed(files);
    expect(expected.records.length).toBe(5);
    expect(expected.logs).toEqual(["a/one/c/current 1\n2\nfrom the other root\n", "a/one/c/previous before\n"]);
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray(files, { minLength: files.length }), async (shuffled) => {
        expect(await packed(shuffled)).toEqual(expected);
      }),
      { numRuns: 30 },
    );
  });
});

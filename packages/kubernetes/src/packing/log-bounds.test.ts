import { describe, expect, it } from "vitest";
import type { LogRole } from "../bundle/layout.ts";
import { packAll } from "./fixtures/pack-all.ts";
import { treeSource } from "./fixtures/tree-source.ts";
import { gapList } from "./gap-list.ts";
import { logIndex, maxLogFiles } from "./log-index.ts";
import { manifestRoom } from "./manifest-room.ts";
import { maxLineBytes } from "./split-members.ts";

const log = (pod: string) => `r/namespaces/a/pods/${pod}/c/c/logs/current.log`;
const roleOf = (pod: string): LogRole => ({
  role: "log",
  stream: { namespace: "a", pod, container: "c", source: "current" },
});

describe("long lines", () => {
  it("of 26 kB stay whole, one of 20 MB keeps its first MiB and is told", async () => {
    const long = "x".repeat(26 * 1024);
    const huge = "y".repeat(20 * 1000 * 1000);
    const chunks = ["before\n", long, "\n", ...(huge.match(/.{1,70000}/g) ?? []), "\nafter\n"];
    const packed = await packAll(treeSource({ [log("p")]: chunks }));
    const lines = packed.logs.get("a/p/c/current")?.text.split("\n");
    expect(lines?.map((line) => line.length)).toEqual([6, long.length, maxLineBytes, 5, 0]);
    expect([lines?.[1] === long, lines?.[2] === "y".repeat(maxLineBytes)]).toEqual([true, true]);
    expect(packed.manifest.coverage).toMatchObject([{ kind: "cut", what: `${log("p")}, line 2`, namespace: "a" }]);
  });
});

describe("a million pods", () => {
  it("are counted; so many logs are taken as a manifest can list", () => {
    const gaps = gapList();
    const index = logIndex({ gaps, rolesOf: (path) => [roleOf(path.split("/").at(-5) ?? "")] });
    for (let number = 0; number < 1_000_000; number++) {
      index.add({ path: log(`pod-${number}`), size: 1, role: roleOf(`pod-${number}`) });
    }
    const chosen = index.choose();
    expect(chosen.totalBytes).toBe(maxLogFiles);
    expect(chosen.take({ path: log("pod-0"), size: 1 })?.role).toBe("log");
    expect(chosen.take({ path: log("pod-999999"), size: 1 })).toBeUndefined();
    expect(gaps.all()).toMatchObject([{ kind: "cut", namespace: "a", count: 1_000_000 - maxLogFiles }]);
  }, 60_000);

  it("with empty logs take no room, nor do many files of one container", () => {
    const gaps = gapList();
    const index = logIndex({ gaps, rolesOf: (path) => [roleOf(path.split("/").at(-5) ?? "")] });
    for (let number = 0; number < maxLogFiles; number++) {
      index.add({ path: log(`pod-${number}`), size: 0, role: roleOf(`pod-${number}`) });
      index.add({ path: `root-${number}/${log("same")}`, size: 1, role: roleOf("same") });
    }
    index.add({ path: log("last"), size: 1, role: roleOf("last") });
    const chosen = index.choose();
    expect(chosen.totalBytes).toBe(2);
    expect(chosen.take({ path: log("last"), size: 1 })?.role).toBe("log");
    expect(gaps.all().reduce((sum, { count }) => sum + count, 0)).toBe(maxLogFiles - 1);
  });
});

describe("room of a manifest", () => {
  it("counts at least the JSON of what it lists, however long the names are", () => {
    const bytes = 100_000;
    const room = manifestRoom(bytes);
    let json = "";
    for (let number = 0; ; number++) {
      const stream = { namespace: `ns-${number % 7}`, pod: 'é"'.repeat(number % 120) + number, container: "c" };
      if (!room.take({ ...stream, source: "previous" }, 100)) break;
      const place = { offset: 16_777_216, length: 4_194_304, firstLine: 123_456_789, lines: 50_000, bytes: 4_194_304 };
      json += `${JSON.stringify({ ...stream, source: "previous", ...place })},`;
    }
    expect(room.isFull()).toBe(true);
    expect(Buffer.byteLength(json)).toBeLessThanOrEqual(bytes);
    expect(Buffer.byteLength(json)).toBeGreaterThan(bytes / 3);
  });
});

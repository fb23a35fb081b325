import { expect, it } from "vitest";
import { cached } from "./cached.ts";
import type { Ctx } from "./ctx.ts";
import type { ReadableSnapshot } from "./policy/authorise-read.ts";
import type { SnapshotRecord } from "./ports/metadata.ts";

/** A cache that forgets nothing and cannot be told to: as Redis is when it is away at the moment of a drop. */
function rememberAll(): { ctx: Ctx; ttls: number[] } {
  const entries = new Map<string, unknown>();
  const ttls: number[] = [];
  const cache: Ctx["ports"]["cache"] = {
    get: async (key) => entries.get(key),
    set: async (key, value, ttlMs) => {
      entries.set(key, value);
      ttls.push(ttlMs);
    },
    dropPrefix: async () => {},
    ping: async () => {},
    close: async () => {},
  };
  // The rest is not asked for.
  return { ctx: { ports: { cache } } as unknown as Ctx, ttls };
}

const snapshot = { id: "s1", state: "COMPLETED", generation: 1 } as SnapshotRecord;
const read = (change: Partial<SnapshotRecord> = {}, namespaces: "all" | string[] = "all"): ReadableSnapshot => {
  const now = { ...snapshot, ...change };
  const scope = { snapshotId: now.id, generation: now.generation, namespaces, logs: true, retainWeek: "2026-03-02" };
  return { snapshot: now, scope };
};

it("an answer that could not be dropped is given for nothing but the same question about the same content", async () => {
  const { ctx, ttls } = rememberAll();
  const asked = async (about: ReadableSnapshot, name = "kinds", question?: unknown) => {
    const loaded: boolean[] = [];
    await cached({ ctx, read: about, name, question }, async () => {
      loaded.push(true);
      return {};
    });
    return loaded.length === 0 ? "known" : "asked anew";
  };
  expect(await asked(read())).toBe("asked anew");
  expect(await asked(read())).toBe("known");
  expect(await asked(read({ generation: 2 }))).toBe("asked anew");
  expect(await asked(read({}, ["shop"]))).toBe("asked anew");
  expect(await asked(read(), "namespaces")).toBe("asked anew");
  expect(await asked(read(), "kinds", { a: 1 })).toBe("asked anew");
  expect(await asked(read({ id: "s2" }))).toBe("asked anew");
  for (const state of ["UPLOADING", "PROCESSING"] as const) {
    expect(await asked(read({ state }))).toBe("asked anew");
    expect(await asked(read({ state, id: "s3" }))).toBe("asked anew");
  }
  expect(await asked(read({ id: "s3" }))).toBe("asked anew");
  expect(new Set(ttls)).toEqual(new Set([5 * 60 * 1000]));
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  isKubinError,
  KubinError,
  LogStreamRef,
  Manifest,
  manifestVersion,
  Namespace,
  PartEntry,
  titleOf,
} from "./index.ts";

describe("the contracts", () => {
  it("take exactly RFC 1123 labels, or nothing for the cluster, as a namespace", () => {
    for (const name of ["", "a", "kube-system", "0", "x".repeat(63)])
      expect(Namespace.safeParse(name).success).toBe(true);
    for (const name of ["A", "-a", "a-", "a.b", "a/b", "..", "x".repeat(64), "a\n"]) {
      expect(Namespace.safeParse(name).success).toBe(false);
    }
  });

  it("never let a namespace climb out of its folder in a key", () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const { success } = Namespace.safeParse(text);
        expect(success && /[^-a-z0-9]/.test(text)).toBe(false);
      }),
    );
  });

  it("refuse a part without a digest, size or known type", () => {
    const part = { type: "logs", namespace: "shop", sha256: "a".repeat(64), size: 1, items: 0 };
    expect(PartEntry.safeParse(part).success).toBe(true);
    for (const wrong of [{ sha256: "A".repeat(64) }, { size: 0 }, { type: "log" }, { items: -1 }]) {
      expect(PartEntry.safeParse({ ...part, ...wrong }).success).toBe(false);
    }
  });

  it("keep only what names a stream", () => {
    const ref = { namespace: "shop", pod: "web", container: "app", source: "current" as const };
    expect(LogStreamRef.parse({ ...ref, lines: 4 })).toEqual(ref);
  });

  it("give a gap without a count the count 1", () => {
    const gap = { kind: "cut", what: "x", namespace: "", detail: "cut" };
    const facts = { layout: "test", tool: "test" };
    const manifest = Manifest.parse({ version: manifestVersion, facts, parts: [], coverage: [gap], redactions: [] });
    expect(manifest.coverage[0]?.count).toBe(1);
  });

  it("call a snapshot by its cluster, or by its bundle where the cluster has no name of its own", () => {
    const uid = "c75ddb03-8e2a-4f0e-9d1b-2f6f4c1a7b55";
    const title = (cluster?: { name: string; uid?: string }) => titleOf({ name: "lab.tar.gz", cluster });
    expect(title({ name: "prod-eu-1", uid })).toBe("prod-eu-1");
    expect(title({ name: "prod-eu-1" })).toBe("prod-eu-1");
    for (const cluster of [undefined, { name: "c75ddb03", uid }, { name: "" }]) {
      expect(title(cluster)).toBe("lab.tar.gz");
    }
  });

  it("know a KubinError made by another copy of the package", () => {
    const foreign = Object.assign(new Error("gone"), { name: "KubinError", code: "EXPIRED" });
    expect(isKubinError(foreign, "EXPIRED")).toBe(true);
    expect(isKubinError(new KubinError("CONFLICT", "no"), "EXPIRED")).toBe(false);
    expect(isKubinError(new Error("no"))).toBe(false);
  });
});

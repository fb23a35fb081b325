import type { LogMember, PartEntry } from "@kubin/schema";
import { describe, expect, it } from "vitest";
import { checkParts } from "./check-parts.ts";

const stream = { namespace: "shop", pod: "web", container: "app", source: "current" as const };
const member: LogMember = { ...stream, offset: 0, length: 10, firstLine: 0, lines: 1, bytes: 5 };
const logs: PartEntry = {
  type: "logs",
  namespace: "shop",
  sha256: "a".repeat(64),
  size: 10,
  items: 1,
  members: [member],
};
const code = (...parts: PartEntry[]) => {
  try {
    checkParts(parts);
    return "ok";
  } catch (error) {
    return (error as { code?: string }).code; // a KubinError, or the test fails on undefined
  }
};

describe("the check of announced parts", () => {
  it("takes what fits together, also when it is said twice", () => {
    expect(code(logs, logs)).toBe("ok");
    const { members: _, ...rest } = logs;
    expect(code({ ...rest, type: "resources" })).toBe("ok");
  });

  it("takes equal documents under two paths: nothing of them is lost", () => {
    const { members: _, ...rest } = logs;
    const document = { ...rest, type: "bundle" as const };
    expect(code({ ...document, path: "one/version" }, { ...document, path: "two/version" })).toBe("ok");
  });

  it("refuses equal bytes of which two streams are claimed: one would lose its lines", () => {
    expect(code(logs, { ...logs, members: [{ ...member, pod: "web-2" }] })).toBe("BAD_INPUT");
  });

  it.each([
    ["no members", { ...logs, members: [] }],
    ["members on another type", { ...logs, type: "resources" as const }],
    ["a hole", { ...logs, members: [{ ...member, offset: 1, length: 9 }] }],
    ["an overlap", { ...logs, members: [member, { ...member, offset: 5, length: 5 }] }],
    ["bytes behind the last member", { ...logs, size: 11 }],
    ["another namespace", { ...logs, members: [{ ...member, namespace: "bank" }] }],
  ])("refuses %s", (_what, part) => {
    expect(code(part)).toBe("BAD_INPUT");
  });

  it("refuses a part beyond 16 MiB, but for raw", () => {
    const size = 17 * 1024 * 1024;
    expect(code({ ...logs, size, members: [{ ...member, length: size }] })).toBe("TOO_LARGE");
    const { members: _, ...rest } = logs;
    expect(code({ ...rest, type: "raw", size })).toBe("ok");
  });
});

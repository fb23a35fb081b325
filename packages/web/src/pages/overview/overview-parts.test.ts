import { describe, expect, it } from "vitest";
import { timeLeft } from "../certificates/time-left.ts";
import { cpuText, memoryText } from "./amount-text.ts";
import { momentsOnAxis } from "./moments-on-axis.ts";
import { rangeOf } from "./range-of.ts";
import { versionsOf } from "./versions-of.ts";

const node = (...cells: string[]) => ({
  group: "",
  version: "v1",
  kind: "Node",
  plural: "nodes",
  namespace: "",
  name: cells.join(),
  labels: {},
  health: "ok" as const,
  reason: "",
  cells,
});

describe("versionsOf", () => {
  it("groups nodes by what they run, most first, and leaves out what is not told", () => {
    const nodeColumns = ["Version", "Container-Runtime"];
    const nodes = [node("v1.33", "<unknown>"), node("v1.34", "crio"), node("v1.34", "")];
    expect(versionsOf({ nodes, nodeColumns })).toEqual({
      kubelets: [
        { version: "v1.34", nodes: 2 },
        { version: "v1.33", nodes: 1 },
      ],
      runtimes: [{ version: "crio", nodes: 1 }],
      systems: [],
    });
  });
});

describe("timeLeft", () => {
  it.each([
    ["2026-11-23T10:00:00Z", { amount: 0, unit: "hour", state: "expired" }],
    ["2026-11-23T04:59:00Z", { amount: 5, unit: "hour", state: "expired" }],
    ["2026-11-20T10:00:00Z", { amount: 3, unit: "day", state: "expired" }],
    ["2026-11-23T10:00:01Z", { amount: 0, unit: "hour", state: "soon" }],
    ["2026-11-24T09:59:59Z", { amount: 23, unit: "hour", state: "soon" }],
    ["2026-11-24T10:00:00Z", { amount: 1, unit: "day", state: "soon" }],
    ["2026-12-23T10:00:00Z", { amount: 30, unit: "day", state: "soon" }],
    ["2026-12-23T10:00:01Z", { amount: 30, unit: "day", state: "valid" }],
  ])("%s", (notAfter, left) => {
    expect(timeLeft(notAfter, "2026-11-23T10:00:00Z")).toEqual(left);
  });
});

describe("amounts", () => {
  it.each([
    [0, "0"],
    [0.25, "250m"],
    [1.5, "1500m"],
    [7.46, "7.5"],
    [64, "64"],
  ])("%d cores are %s", (cores, text) => {
    expect(cpuText(cores)).toBe(text);
  });

  it.each([
    [0, "0 B"],
    [128 * 2 ** 20, "128 Mi"],
    [7.35 * 2 ** 30, "7.3 Gi"],
    [5000 * 2 ** 40, "5000 Ti"],
  ])("%d bytes are %s", (bytes, text) => {
    expect(memoryText(bytes)).toBe(text);
  });
});

describe("the time axis", () => {
  it("holds the moments that fall on it, and no others", () => {
    const axis = { from: "2026-11-23T10:00:00Z", to: "2026-11-23T11:00:00Z" };
    const at = (time: string) => ({ at: `2026-11-23T${time}:00Z`, what: "warning" as const });
    expect(momentsOnAxis([at("09:59"), at("10:15"), at("11:00"), at("11:01")], axis)).toEqual([
      { what: "warning", share: 0.25 },
      { what: "warning", share: 1 },
    ]);
    expect(momentsOnAxis([at("10:00")], { from: axis.from, to: axis.from })).toEqual([]);
  });

  it.each([
    [{ from: "2026-11-23T10:00:00Z", to: "2026-11-23T11:00:00+00:00" }, true],
    [{ from: "2026-11-23T11:00:00Z", to: "2026-11-23T10:00:00Z" }, false],
    [{ from: "soon", to: "2026-11-23T10:00:00Z" }, false],
    [{}, false],
  ])("takes a range from %j: %s", (search, isRange) => {
    expect(rangeOf(search) !== undefined).toBe(isRange);
  });
});

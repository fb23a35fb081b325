import { describe, expect, it } from "vitest";
import { gapList } from "./gap-list.ts";

describe("the list of gaps", () => {
  it("stays within its share of a manifest, however long the paths are, with every gap counted", () => {
    const gaps = gapList();
    for (let number = 0; number < 18_000; number++) {
      gaps.add({
        kind: "skipped",
        what: `${number}${"\u0001é".repeat(1000)}`,
        detail: "x",
        namespace: `ns-${number % 3}`,
      });
    }
    const all = gaps.all();
    expect(Buffer.byteLength(JSON.stringify(all))).toBeLessThan(13 * 1024 * 1024);
    expect(all.length).toBeGreaterThan(1000);
    expect(all.reduce((sum, { count }) => sum + count, 0)).toBe(18_000);
    expect(
      all
        .filter(({ what }) => what === "further ones")
        .map(({ namespace }) => namespace)
        .sort(),
    ).toEqual(["ns-0", "ns-1", "ns-2"]);
  });
});

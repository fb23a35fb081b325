import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatLineRange, lineBeyond, parseLineRange } from "./line-range.ts";

describe("lines in an address", () => {
  it.each([
    ["12", { first: 11, last: 11 }],
    ["12-20", { first: 11, last: 19 }],
    ["20-12", { first: 11, last: 19 }],
    ["90-1000", { first: 89, last: 99 }],
  ])("%s of 100", (text, range) => {
    expect(parseLineRange(text, 100)).toEqual(range);
  });

  it.each(["", "0", "last", "101", "1-", "-1", "1-2-3", "9999999999999", "1e3"])("%s names none of 100", (text) => {
    expect(parseLineRange(text, 100)).toBeUndefined();
  });

  it.each([
    ["101", 101],
    ["9999", 9999],
    ["90-1000", 1000],
    ["1000-90", 1000],
    ["100", undefined],
    ["12-20", undefined],
    ["last", undefined],
    ["", undefined],
  ])("%s names behind the end of 100: %s", (text, line) => {
    expect(lineBeyond(text, 100)).toBe(line);
  });

  it("come back as they were written", () => {
    fc.assert(
      fc.property(fc.nat(1_000_000), fc.nat(1000), (first, more) => {
        const range = { first, last: first + more };
        expect(parseLineRange(formatLineRange(range), first + more + 1)).toEqual(range);
      }),
    );
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { csvRow } from "./csv-row.ts";

describe("a row of CSV", () => {
  it.each(["=cmd|' /C calc'!A0", "+1", "-1", "@SUM(A1)", "\tx", "\rx"])("makes %j inert", (text) => {
    expect(csvRow([text]).replace(/^"/, "").startsWith("'")).toBe(true);
  });

  it("holds any text so that a reader gets it back", () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(..."ab,\"\r\n'=ä") }), (text) => {
        const cell = csvRow([text]).slice(0, -2);
        const read = cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell;
        expect(read === text || read === `'${text}`).toBe(true);
        expect(cell.startsWith('"') || !/[",\r\n]/.test(cell)).toBe(true);
      }),
    );
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseQuantity } from "./parse-quantity.ts";

describe("a quantity", () => {
  it.each([
    ["100m", 0.1],
    ["1001m", 1.001],
    ["1.5Gi", 1.5 * 2 ** 30],
    ["128974848", 128974848],
    ["129e6", 129e6],
    ["129M", 129e6],
    ["123Mi", 123 * 2 ** 20],
    ["1e3", 1000],
    ["1E3", 1000],
    ["1e-3", 0.001],
    ["12E", 12e18],
    ["12Ei", 12 * 2 ** 60],
    ["5.", 5],
    [".5", 0.5],
    ["+1k", 1000],
    ["-1", -1],
    ["250000n", 0.00025],
    ["7u", 0.000007],
    ["0", 0],
    [2, 2],
    [0.5, 0.5],
  ])("%j is %d", (written, value) => {
    expect(parseQuantity(written)).toBe(value);
  });

  it.each([
    "",
    ".",
    "m",
    "1 Gi",
    "1K",
    "1ki",
    "1mi",
    "1e",
    "e3",
    "1e3Ki",
    "1e9999",
    "0x10",
    "1,5",
    "--1",
    "NaN",
    "Infinity",
    "‹redacted›",
    null,
    undefined,
    {},
    ["1"],
    Number.NaN,
  ])("%j is none", (written) => {
    expect(parseQuantity(written)).toBeUndefined();
  });

  it("is its number times what the suffix says", () => {
    const suffixes: Record<string, number> = {
      "": 1,
      k: 1e3,
      M: 1e6,
      G: 1e9,
      T: 1e12,
      Ki: 2 ** 10,
      Mi: 2 ** 20,
      Gi: 2 ** 30,
    };
    const any = fc.property(fc.integer(), fc.constantFrom(...Object.keys(suffixes)), (digits, suffix) => {
      expect(parseQuantity(`${digits}${suffix}`)).toBe(digits * (suffixes[suffix] ?? Number.NaN));
    });
    fc.assert(any);
  });

  it("of a number is that number, and any text gives a finite one or none", () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e15, max: 1e15 }), (value) => {
        expect(parseQuantity(value.toFixed(20))).toBe(Number(value.toFixed(20)));
      }),
    );
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(..."0123456789.+-eEmkKMGi n".split("")) }), (text) => {
        expect(Number.isFinite(parseQuantity(text) ?? 0)).toBe(true);
      }),
    );
  });
});

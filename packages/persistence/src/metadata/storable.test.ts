import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { inBatches } from "./in-batches.ts";
import { literally } from "./like-pattern.ts";
import { storableDate, storableInt, storableJson, storableText } from "./storable.ts";

const anyText = fc.string({
  unit: fc.oneof(fc.constantFrom("\0", "\\", "u0000", "\ud800", "\udc00", '"'), fc.string({ unit: "binary" })),
});

describe("what PostgreSQL can hold", () => {
  it("texts lose only NUL and halves of characters", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const stored = storableText(text);
        expect(stored).not.toMatch(/\0|\p{Surrogate}/u);
        expect(stored.length).toBe(text.length);
        if (!/\0|\p{Surrogate}/u.test(text)) expect(stored).toBe(text);
      }),
    );
  });

  it("JSON says of each text what storableText says, keys included", () => {
    fc.assert(
      fc.property(fc.array(anyText), anyText, (texts, key) => {
        fc.pre(key !== "__proto__");
        expect(JSON.parse(storableJson({ [key]: texts }))).toEqual({ [storableText(key)]: texts.map(storableText) });
      }),
    );
  });

  it("numbers and dates stay within their columns", () => {
    expect([1.9, -1e300, 1e300, Number.NaN].map(storableInt)).toEqual([1, -2_147_483_648, 2_147_483_647, 0]);
    const today = new Date("2026-01-01T00:00:00Z");
    expect([today, undefined, new Date(Number.NaN), new Date(8.64e15)].map(storableDate)).toEqual([
      today,
      null,
      null,
      null,
    ]);
  });

  it("a pattern of LIKE matches its text literally", () => {
    expect(literally("100%_\\")).toBe("100\\%\\_\\\\");
  });

  it("batches hold every row once, in order, and stay small", () => {
    fc.assert(
      fc.property(fc.array(fc.nat(3_000_000), { maxLength: 12 }), fc.nat(1_200), (large, small) => {
        const rows = [...large.map((size) => "x".repeat(size)), ...Array.from({ length: small }, (_, at) => at)];
        const batches = [...inBatches(rows)];
        expect(batches.flatMap((batch): unknown[] => JSON.parse(batch))).toEqual(rows);
        for (const batch of batches) {
          expect(JSON.parse(batch).length).toBeLessThanOrEqual(500);
          expect(batch.length).toBeLessThan(4.3 * 1024 * 1024);
        }
      }),
      { numRuns: 20 },
    );
  });
});

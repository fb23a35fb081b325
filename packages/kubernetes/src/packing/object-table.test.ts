import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { hashText } from "./hash-text.ts";
import { objectTable } from "./object-table.ts";

const rowWith = (hash: number, start: number) => ({
  hash,
  type: 1,
  namespace: 2,
  start,
  length: 3,
  version: Number.NaN,
});

describe("objectTable", () => {
  it("finds every row by its hash, equal hashes too, however many there are", () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 50 }), { maxLength: 200 }), (few) => {
        const table = objectTable();
        // More than the first room, and many that lie in one slot.
        const hashes = [...few, ...Array.from({ length: 9000 }, (_, n) => n * 8192)];
        for (const [start, hash] of hashes.entries()) table.add(rowWith(hash, start));
        expect(table.size()).toBe(hashes.length);
        for (const hash of new Set([...few, 0, 8192 * 8999])) {
          const expected = hashes.flatMap((other, start) => (other === hash ? [start] : []));
          expect([...table.withHash(hash)].map((index) => table.row(index).start).sort((a, b) => a - b)).toEqual(
            expected,
          );
        }
        expect([...table.withHash(7777)]).toEqual([]);
      }),
      { numRuns: 5 },
    );
  });

  it("gives what was put in, and what replaced it", () => {
    const table = objectTable();
    table.add({ hash: 2 ** 53 - 1, type: 5, namespace: 6, start: 2 ** 40, length: 2 ** 26, version: 12 });
    expect(table.row(0)).toEqual({
      hash: 2 ** 53 - 1,
      type: 5,
      namespace: 6,
      start: 2 ** 40,
      length: 2 ** 26,
      version: 12,
    });
    table.replace(0, rowWith(2 ** 53 - 1, 9));
    expect([...table.withHash(2 ** 53 - 1)].map((index) => table.row(index))).toEqual([rowWith(2 ** 53 - 1, 9)]);
  });
});

describe("hashText", () => {
  it("tells names of objects apart, as a number that is exact", () => {
    const seen = new Set<number>();
    for (let n = 0; n < 50_000; n++) seen.add(hashText(`apps/ReplicaSet/team-${n % 7}/web-${n}`));
    expect(seen.size).toBe(50_000);
    for (const hash of seen) if (!Number.isSafeInteger(hash) || hash < 0) throw new Error(`${hash}`);
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Anchor, clampAnchor, type Measures, moveAnchor } from "./anchor.ts";
import { anchorOfScroll, boxHeight, scrollOf } from "./scroll-scale.ts";

const rowPx = 20;

function measuresOf(opts: { total: number; viewportPx?: number; tall?: number }): Measures {
  const { total, viewportPx = 700, tall = 1 } = opts;
  return { total, viewportPx, rowPx, heightOf: (line) => rowPx * (1 + (line % 3 === 0 ? tall - 1 : 0)) };
}

/** Px from the top of the stream to the anchor, by walking. */
function px(anchor: Anchor, measures: Measures): number {
  let sum = anchor.offsetPx;
  for (let line = 0; line < anchor.line; line++) sum += measures.heightOf(line);
  return sum;
}

const heights = (measures: Measures) => px({ line: measures.total, offsetPx: 0 }, measures);

describe("an anchor", () => {
  it("moves by exactly the px asked for, up to the ends, whatever the heights of lines", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 300 }),
        fc.integer({ min: 1, max: 5 }),
        fc.array(fc.integer({ min: -3000, max: 3000 }), { maxLength: 20 }),
        (total, tall, steps) => {
          const measures = measuresOf({ total, tall });
          const mostPx = Math.max(0, heights(measures) - measures.viewportPx);
          let anchor: Anchor = { line: 0, offsetPx: 0 };
          let expected = 0;
          for (const step of steps) {
            anchor = moveAnchor(anchor, step, measures);
            expected = Math.max(0, Math.min(mostPx, expected + step));
            expect(px(anchor, measures)).toBeCloseTo(expected, 6);
          }
        },
      ),
    );
  });

  it("never leaves room below the last line where there are enough lines", () => {
    const measures = measuresOf({ total: 100 });
    expect(clampAnchor({ line: 99, offsetPx: 0 }, measures)).toEqual({ line: 65, offsetPx: 0 });
    expect(clampAnchor({ line: 3, offsetPx: 7 }, measures)).toEqual({ line: 3, offsetPx: 7 });
    expect(clampAnchor({ line: 2, offsetPx: 0 }, measuresOf({ total: 5 }))).toEqual({ line: 0, offsetPx: 0 });
  });
});

describe("the scroll bar", () => {
  it("means the line it was set for, in a stream of any length", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 100_000_000 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (total, share) => {
          const measures = measuresOf({ total });
          const anchor = clampAnchor({ line: Math.floor(share * (total - 1)), offsetPx: 0 }, measures);
          const back = anchorOfScroll(scrollOf(anchor, measures), measures);
          expect(Math.abs(back.line + back.offsetPx / rowPx - anchor.line)).toBeLessThan(0.01);
        },
      ),
    );
  });

  it("reaches both ends of five million lines in a box that a browser can lay out", () => {
    const measures = measuresOf({ total: 5_000_000 });
    expect(boxHeight(measures)).toBe(8_000_000);
    expect(anchorOfScroll(0, measures)).toEqual({ line: 0, offsetPx: 0 });
    expect(anchorOfScroll(boxHeight(measures) - measures.viewportPx, measures)).toEqual({
      line: 4_999_965,
      offsetPx: 0,
    });
  });

  it("is the px of the lines themselves while the box holds them all", () => {
    const measures = measuresOf({ total: 1000 });
    expect(anchorOfScroll(210, measures)).toEqual({ line: 10, offsetPx: 10 });
    expect(scrollOf({ line: 10, offsetPx: 10 }, measures)).toBeCloseTo(210, 6);
  });
});

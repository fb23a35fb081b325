import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { textFormats, textFormatsFor } from "./text-formats.ts";

const around = { capturedAt: new Date("2021-08-05T12:00:00Z") };

/** Heads that pass the first test of some format each, and what may follow. */
const heads = [
  '192.0.2.7 - - [05/Aug/2021:10:14:09 +0000] "GET /',
  '[2021-08-05T10:14:09.409Z] "GET /',
  "2021/08/05 10:14:09 [error] 29#30: *1 ",
  "[Thu Aug 05 10:14:09.409123 2021] [core:error] [pid 3",
  "192.0.2.40:33317 [05/Aug/2021:10:14:09.409] ",
  "[INFO] plugin/",
  "[pid: 7|app: 0|req: 1/1] ",
  "2021-08-05 10:14:09.409 ",
  "2021-08-05 10:14:09.409 INFO ",
  "2021-08-05 10:14:09.409 INFO [",
  "2021-08-05 10:14:09.409 - INFO  [",
  "2021-08-05 10:14:09.409 UTC [7] ",
  "[2021-08-05 10:14:09,409] INFO ",
  "[2021-08-05 10:14:09,409][INFO ][",
  "<34>1 2021-08-05T10:14:09Z h a 7 - [x@1 ",
  "Aug  5 10:14:09 host ",
  "08-05 10:14:09.409  1702  2395 W ",
  "WARNING:",
  "info: A",
  "",
];
const tails = ["a", " ", "(", " (a", '"', "\\", "[", "]", "1", "1/", ", ", ": ", "@", "a.", 'x="', "\u{1f600}", "-"];

describe("plain text formats on hostile lines", () => {
  it("never throws, whatever the line", () => {
    const pieces = fc.constantFrom(...heads, ...tails);
    const texts = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.array(fc.oneof(pieces, fc.string())).map((all) => all.join("")),
    );
    fc.assert(
      fc.property(texts, (text) => {
        for (const format of textFormats) {
          const reading = format.read(text, around);
          if (reading) expect(textFormatsFor(text)).toContain(format);
          if (reading) expect(text.length).toBeGreaterThanOrEqual(reading.body.length);
        }
      }),
      { numRuns: 2000 },
    );
  });

  it("takes a line of 2 MB in a moment, in every format: none is worse than linear", { timeout: 120_000 }, () => {
    for (const head of heads) {
      for (const tail of tails) {
        const text = head + tail.repeat(2_000_000 / tail.length);
        // Flat, as lines of files are: what `repeat` makes is flattened by its first reader.
        text.charCodeAt(text.length - 1);
        for (const format of textFormats) {
          const start = performance.now();
          format.read(text, around);
          expect(performance.now() - start, `${format.name}: ${head}${tail}…`).toBeLessThan(500);
        }
      }
    }
  });
});

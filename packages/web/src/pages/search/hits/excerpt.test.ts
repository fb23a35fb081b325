import fc from "fast-check";
import { expect, it } from "vitest";
import { hitRanges } from "../../../logs/message/hit-terms.ts";
import { excerpt } from "./excerpt.ts";

const room = { seen: 60, letters: 100 };
const refused = [{ text: "refused", whole: true }];

it("begins a long line shortly before its match", () => {
  const line = `${"x".repeat(200)} dial tcp 10.0.0.1: connection refused by peer`;
  expect(excerpt(line, refused, room)).toBe("…cp 10.0.0.1: connection refused by peer");
});

it("begins with the line where the match is seen, or where there is none", () => {
  const long = "y ".repeat(300);
  expect(excerpt(`connection refused ${long}`, refused, room)).toBe(`connection refused ${long}`.slice(0, 100));
  expect(excerpt(long, refused, room)).toBe(long.slice(0, 100));
  expect(excerpt(long, [], room)).toBe(long.slice(0, 100));
});

it("keeps marks and letters whole, and counts no escape sequence", () => {
  const mark = `‹redacted:token:${"0".repeat(20)}›`;
  expect(excerpt(`${"x".repeat(80)} ${mark} refused`, refused, room)).toBe(`…${mark} refused`);
  expect(excerpt(`${"😀".repeat(80)} refused`, refused, room)).toMatch(/^…(😀)+ refused$/u);
  const coloured = `${"\u001b[31m".repeat(50)}refused`;
  expect(excerpt(coloured, refused, room)).toBe("refused");
});

it("always shows the first match", () => {
  const letter = fc.constantFrom(..."ab ›:😀", "‹redacted:");
  const any = fc.string({ unit: letter, maxLength: 400 });
  fc.assert(
    fc.property(any, any, (before, behind) => {
      const shown = excerpt(`${before} refused ${behind}`, refused, room);
      expect(hitRanges(shown, refused).length).toBeGreaterThan(0);
    }),
  );
});

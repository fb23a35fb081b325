import fc from "fast-check";
import { expect, test } from "vitest";
import { shorten } from "./shorten.ts";

test.each([
  ["short", 10, "short"],
  ["exceeded quota: payments-quota", 22, "exceeded quota…"],
  ["exceeded quota", 9, "exceeded…"],
  ["refused (exceeded quota: payments)", 28, "refused (exceeded quota…)"],
  ["app exited 137, OOMKilled", 17, "app exited 137…"],
  ["a-name-without-any-blank", 10, "a-name-wi…"],
  ["12345678😀😀", 10, "12345678…"],
])("%j within %i: %j", (text, most, short) => {
  expect(shorten(text, most)).toBe(short);
});

test("no text becomes longer by more than the brackets that it opened", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), fc.integer({ min: 1, max: 40 }), (text, most) => {
      const opened = text.split("(").length - 1;
      expect(shorten(text, most).length).toBeLessThanOrEqual(most + opened);
    }),
  );
});

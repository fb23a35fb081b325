import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { matchesSelector } from "../objects/selector.ts";
import { parseSelector } from "./parse-selector.ts";

const labels = { app: "web", env: "prod", "example.com/tier": "front", n: "5", empty: "" };

describe("parseSelector and matchesSelector", () => {
  it.each([
    ["", true],
    ["app=web", true],
    ["app==web, env=prod", true],
    ["app=db", false],
    ["app!=db", true],
    ["missing!=x", true],
    ["env in (prod, dev)", true],
    ["env in(dev)", false],
    ["env notin (dev),app", true],
    ["missing notin (a)", true],
    ["!missing", true],
    ["!app", false],
    ["example.com/tier=front", true],
    ["n>4,n<6", true],
    ["n>5", false],
    ["app>1", false],
    ["empty=", true],
    ["toString", false],
  ])("%s → %s", (selector, expected) => {
    expect(matchesSelector(parseSelector(selector), labels)).toBe(expected);
  });

  it.each([
    ["app=web,", 9],
    ["app=web extra", 9],
    ["env in prod", 8],
    ["env in (a", 10],
    ["=web", 1],
    ["n>x", 3],
  ])("%s is wrong at position %i", (selector, position) => {
    expect(() => parseSelector(selector)).toThrow(`position ${position}:`);
  });

  it("ends on any text, with a selector or BAD_INPUT", () => {
    fc.assert(
      fc.property(fc.string(), (source) => {
        try {
          parseSelector(source);
        } catch (error) {
          expect(error).toMatchObject({ code: "BAD_INPUT" });
        }
      }),
    );
  });
});

import { expect, it } from "vitest";
import { fieldTerms, withoutTerm, withTerm } from "./edit-terms.ts";

const error = { field: "level", value: "error", exclude: false };

it("puts a term in once, in place of its opposite", () => {
  expect(withTerm("", error)).toBe("level:error");
  expect(withTerm("timeout  level:error", error)).toBe("timeout level:error");
  expect(withTerm("-level:error timeout", error)).toBe("timeout level:error");
  expect(withTerm("level:error", { ...error, exclude: true })).toBe("-level:error");
  expect(withTerm("a OR b", error)).toBe("(a OR b) level:error");
});

it("quotes what is no plain word", () => {
  expect(withTerm("", { field: "pod", value: 'a "b" *', exclude: false })).toBe('pod:"a \\"b\\" *"');
  expect(fieldTerms('pod:"a \\"b\\" *" ns:shop -x:1 level:>=warn "ns:data" (ns:other)')).toEqual([
    { field: "pod", value: 'a "b" *', exclude: false },
    { field: "namespace", value: "shop", exclude: false },
    { field: "x", value: "1", exclude: true },
  ]);
});

it("takes a term out and leaves all else as it was typed", () => {
  expect(withoutTerm('ns:shop  "level:error"  level:error (level:error OR a)', error)).toBe(
    'ns:shop  "level:error"  (level:error OR a)',
  );
});

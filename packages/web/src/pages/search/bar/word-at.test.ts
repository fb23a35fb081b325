import { expect, it } from "vitest";
import { wordAt } from "./word-at.ts";

const at = (marked: string) => wordAt(marked.replace("|", ""), marked.indexOf("|"));

it("finds the field or the value that is typed", () => {
  expect(at("error lev|")).toEqual({ from: 6, to: 9, field: undefined, typed: "lev" });
  expect(at("(-pod:we|b ns:x")).toEqual({ from: 6, to: 9, field: "pod", typed: "we" });
  expect(at('pod:"a b|" x')).toEqual({ from: 4, to: 9, field: "pod", typed: "a b" });
  expect(at("|")).toEqual({ from: 0, to: 0, field: undefined, typed: "" });
});

it("finds none in a phrase", () => {
  expect(at('"a lev|')).toBeUndefined();
  expect(at('x "a ns:|b"')).toBeUndefined();
});

import { expect, it } from "vitest";
import { problemPlace } from "./problem-place.ts";

it("marks the word the server points at", () => {
  const query = "error level:loud foo";
  const place = problemPlace(query, '"loud" is no level. (at character 13 of the search)');
  expect(place && query.slice(place.from, place.to)).toBe("loud");
});

it("marks the end where something is missing", () => {
  expect(problemPlace("a (", "A term is missing. (at character 4 of the search)")).toEqual({ from: 3, to: 3 });
});

it("marks nothing where the server names no place", () => {
  expect(problemPlace("a", "The limit is too large.")).toBeUndefined();
});

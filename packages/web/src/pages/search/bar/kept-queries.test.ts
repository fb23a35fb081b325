import { afterEach, expect, it } from "vitest";
import { askedQueries, dropQuery, rememberAsked, savedQueries, saveQuery } from "./kept-queries.ts";

afterEach(() => localStorage.clear());

it("keeps the last 50 queries, each once, the last one first", () => {
  for (let at = 0; at < 60; at++) rememberAsked(`q${at}`);
  rememberAsked("q30");
  rememberAsked("");
  expect(askedQueries().slice(0, 3)).toEqual(["q30", "q59", "q58"]);
  expect(askedQueries()).toHaveLength(50);
});

it("keeps queries under a name", () => {
  saveQuery({ name: "errors", query: "level:error" });
  saveQuery({ name: "errors", query: "level:>=error" });
  expect(savedQueries()).toEqual([{ name: "errors", query: "level:>=error" }]);
  expect(dropQuery("errors")).toEqual([]);
});

it("takes what others left in the browser for nothing", () => {
  localStorage.setItem("kubin-log-queries", '{"a":1}');
  localStorage.setItem("kubin-log-saved", '[1, {"name": 2}, "x"');
  expect(askedQueries()).toEqual([]);
  expect(savedQueries()).toEqual([]);
});

import { parseQuery } from "@kubin/logs";
import { expect, it } from "vitest";
import { namedValues } from "./named-values.ts";

it("finds the values that a query names, not those of a part of it", () => {
  const query = parseQuery("level:error -level:warn level:>=info ns:shop status:500 pod:web-* (ns:a OR ns:b)");
  expect(namedValues(query, "level")).toEqual(["error", "warn"]);
  expect(namedValues(query, "namespace")).toEqual(["shop"]);
  expect(namedValues(query, "status")).toEqual(["500"]);
  expect(namedValues(query, "pod")).toEqual([]);
});

import { KubinError } from "@kubin/schema";
import { expect, it } from "vitest";
import { badPart, classifyFailure } from "./bad-part.ts";

it.each([
  ["bad", badPart("It is not valid gzip.")],
  ["away", new KubinError("UNAVAILABLE", "The log engine does not answer.")],
  ["away", new KubinError("STORE_FULL", "There is no space left.")],
  ["lost", new KubinError("CONFLICT", "The lease is over.")],
  // Of an engine, not of the part: it needs too much memory for an insert.
  ["bug", new KubinError("TOO_LARGE", "The log engine needs too much memory.")],
  ["bug", new KubinError("NOT_FOUND", "Nothing here.")],
  ["bug", new TypeError("undefined is not a function")],
  ["bug", "a thrown text"],
])("%s: %s", (kind, error) => {
  expect(classifyFailure(error).kind).toBe(kind);
});

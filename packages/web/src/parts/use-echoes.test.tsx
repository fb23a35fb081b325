import { renderHook } from "@testing-library/react";
import { expect, it } from "vitest";
import { useEchoes } from "./use-echoes.ts";

it("knows its own texts however late and with whatever gaps they come back, each once", () => {
  const { result } = renderHook(() => useEchoes("at first"));
  expect(result.current.isOwn("at first")).toBe(true);
  for (const text of ["n", "no", "nod"]) result.current.sent(text);
  expect(result.current.isOwn("no")).toBe(true);
  expect(result.current.isOwn("n")).toBe(false);
  expect(result.current.isOwn("nod")).toBe(true);
  expect(result.current.isOwn("nod")).toBe(false);
  expect(result.current.isOwn("from outside")).toBe(false);
});

import { act, renderHook } from "@testing-library/react";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { useTypedText } from "./use-typed-text.ts";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

function open(value: string) {
  const onChange = vi.fn();
  const hook = renderHook(({ value }) => useTypedText({ value, pauseMs: 100, onChange }), { initialProps: { value } });
  return { ...hook, onChange };
}

it("loses no letter that is typed while the address is still being written", () => {
  const { result, rerender, onChange } = open("");
  act(() => result.current.type("resta"));
  act(() => vi.advanceTimersByTime(100));
  expect(onChange.mock.calls).toEqual([["resta"]]);
  act(() => result.current.type("restar"));
  rerender({ value: "resta" });
  expect(result.current.typed).toBe("restar");
  act(() => vi.advanceTimersByTime(100));
  expect(onChange.mock.calls).toEqual([["resta"], ["restar"]]);
});

it("gives way to an address that changes by itself, and does not write it back", () => {
  const { result, rerender, onChange } = open("mine");
  rerender({ value: "from a link" });
  expect(result.current.typed).toBe("from a link");
  act(() => vi.advanceTimersByTime(1_000));
  expect(onChange).not.toHaveBeenCalled();
});

it("holds at once where one asks for it", () => {
  const { result, onChange } = open("");
  act(() => result.current.send("now"));
  expect(onChange.mock.calls).toEqual([["now"]]);
});

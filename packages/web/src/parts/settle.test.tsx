import { MantineProvider } from "@mantine/core";
import { act, cleanup, render, screen } from "@testing-library/react";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { Settle, useSettled } from "./settle.tsx";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

function Part({ waiting }: { waiting: boolean }) {
  useSettled(waiting);
  return <p>part</p>;
}

const page = (first: boolean, second = false) => (
  <MantineProvider>
    <Settle>
      <Part waiting={first} />
      <Part waiting={second} />
    </Settle>
  </MantineProvider>
);
const hidden = () => screen.getAllByText("part")[0]?.closest("[data-hidden]")?.getAttribute("data-hidden");

it("shows its parts once the last of them has what it waits for", () => {
  const { rerender } = render(page(true, true));
  expect(hidden()).toBe("true");
  rerender(page(false, true));
  expect(hidden()).toBe("true");
  rerender(page(false, false));
  expect(hidden()).toBe("false");
});

it("shows what it has after a second", () => {
  render(page(true));
  act(() => void vi.advanceTimersByTime(999));
  expect(hidden()).toBe("true");
  act(() => void vi.advanceTimersByTime(1));
  expect(hidden()).toBe("false");
});

it("hides nothing again that was seen", () => {
  const { rerender } = render(page(true));
  rerender(page(false));
  act(() => void vi.advanceTimersByTime(50));
  rerender(page(false, true));
  expect(hidden()).toBe("false");
});

it("waits for nothing where nobody does", () => {
  render(page(false));
  expect(hidden()).toBe("false");
});

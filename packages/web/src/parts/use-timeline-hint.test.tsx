import { renderHook } from "@testing-library/react";
import { afterEach, expect, it, vi } from "vitest";
import { useTimelineHint } from "./use-timeline-hint.ts";

afterEach(() => vi.restoreAllMocks());

it.each([
  [true, /arrow keys and Shift/],
  [false, /^Drag over the bars to choose a range\.$/],
])("tells of keys only where one points with a mouse: %s", (fine, said) => {
  const asIs = window.matchMedia.bind(window);
  vi.spyOn(window, "matchMedia").mockImplementation((query) =>
    asIs(query === "(hover: hover) and (pointer: fine)" ? `(min-width: ${fine ? 1 : 9_999}px)` : query),
  );
  expect(renderHook(() => useTimelineHint()).result.current).toMatch(said);
});

import { expect, it } from "vitest";
import { roomFor } from "./use-panel-side.ts";

it("stands below where it fits, else on the side with more room, and never leaves the window", () => {
  expect(roomFor(300, { above: 600, below: 400 })).toEqual({ side: "below", heightPx: 386 });
  expect(roomFor(300, { above: 600, below: 250 })).toEqual({ side: "above", heightPx: 586 });
  expect(roomFor(300, { above: 100, below: 250 })).toEqual({ side: "below", heightPx: 236 });
  expect(roomFor(300, { above: 0, below: 0 })).toEqual({ side: "below", heightPx: 0 });
});

import { describe, expect, it } from "vitest";
import { timelineWindow } from "./timeline-window.ts";

const at = (hours: number, ms = 0) => Date.UTC(2026, 0, 1) + hours * 60 * 60 * 1000 + ms;
const iso = (hours: number, ms = 0) => new Date(at(hours, ms)).toISOString();
const events = (first: number, last: number) => ({ first: new Date(at(first)), last: new Date(at(last)) });
const snapshot = { capturedAt: new Date(at(100)), createdAt: new Date(at(200)) };
const window = (opts: Partial<Parameters<typeof timelineWindow>[0]>) =>
  timelineWindow({ asked: {}, events: undefined, errors: {}, snapshot, ...opts });

describe("the window of a timeline", () => {
  it("is the three hours that end with the last event or line, which lies inside", () => {
    expect(window({ events: events(0, 9) })).toEqual({ from: at(6, 1), to: at(9, 1) });
    const errors = { from: iso(1), to: iso(10) };
    expect(window({ events: events(0, 9), errors })).toEqual({ from: at(7), to: at(10) });
    expect(window({ errors })).toEqual({ from: at(7), to: at(10) });
  });

  it("is shorter where all began later", () => {
    expect(window({ events: events(8, 9) })).toEqual({ from: at(8), to: at(9, 1) });
    expect(window({ events: events(8, 9), errors: { from: iso(7), to: iso(8) } })).toEqual({
      from: at(7),
      to: at(9, 1),
    });
  });

  it("is empty at the capture where nothing was told", () => {
    expect(window({})).toEqual({ from: at(100), to: at(100) });
    expect(window({ snapshot: { ...snapshot, capturedAt: undefined } })).toEqual({ from: at(200), to: at(200) });
  });

  it("is what was asked for, never backwards", () => {
    expect(window({ asked: { from: iso(1), to: iso(2) }, events: events(0, 9) })).toEqual({ from: at(1), to: at(2) });
    expect(window({ asked: { to: iso(5) }, events: events(0, 9) })).toEqual({ from: at(2), to: at(5) });
    expect(window({ asked: { from: iso(1) }, events: events(0, 9) })).toEqual({ from: at(1), to: at(9, 1) });
    expect(window({ asked: { from: iso(3), to: iso(2) } })).toEqual({ from: at(2), to: at(2) });
    expect(window({ asked: { to: iso(2) }, events: events(8, 9) })).toEqual({ from: at(2), to: at(2) });
  });
});

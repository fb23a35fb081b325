import { describe, expect, it } from "vitest";
import { asCoreEvent } from "./core-event.ts";

const metadata = { name: "e", namespace: "a" };

describe("asCoreEvent", () => {
  it("gives the form of v1, with what v1 always has", () => {
    const event = {
      apiVersion: "events.k8s.io/v1",
      kind: "Event",
      metadata,
      note: "n",
      deprecatedCount: 2,
      series: { count: 3 },
    };
    expect(asCoreEvent(event)).toEqual({
      apiVersion: "v1",
      kind: "Event",
      metadata,
      message: "n",
      count: 2,
      series: { count: 3 },
      source: {},
      firstTimestamp: null,
      lastTimestamp: null,
      eventTime: null,
      reportingComponent: "",
      reportingInstance: "",
    });
  });

  it.each([
    { apiVersion: "v1", kind: "Event", metadata, note: "kept" },
    { apiVersion: "events.example.org/v1", kind: "Event", metadata, note: "kept" },
    { apiVersion: "events.k8s.io/v1", kind: "Other", metadata, note: "kept" },
  ])("leaves $apiVersion $kind as it is", (object) => {
    expect(asCoreEvent(object)).toBe(object);
  });
});

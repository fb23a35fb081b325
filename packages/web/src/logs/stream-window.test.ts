import { describe, expect, it } from "vitest";
import { streamQuery } from "./stream-query.ts";
import { anchorOf, chunksOf, streamWindow } from "./stream-window.ts";

describe("streamWindow", () => {
  it("holds a short stream whole", () => {
    expect(streamWindow({ total: 10, anchor: 9, size: 100 })).toEqual({ first: 0, count: 10 });
    expect(streamWindow({ total: 0, anchor: 0, size: 100 })).toEqual({ first: 0, count: 0 });
  });

  it("puts the anchor in the middle of a long one and stays inside at its ends", () => {
    expect(streamWindow({ total: 5_000_000, anchor: 2_000_000, size: 1000 })).toEqual({
      first: 1_999_500,
      count: 1000,
    });
    expect(streamWindow({ total: 5_000_000, anchor: 3, size: 1000 })).toEqual({ first: 0, count: 1000 });
    expect(streamWindow({ total: 5_000_000, anchor: 4_999_999, size: 1000 })).toEqual({
      first: 4_999_000,
      count: 1000,
    });
  });

  it("holds its anchor wherever that is", () => {
    for (const anchor of [0, 1, 499, 500, 501, 9_999]) {
      const { first, count } = streamWindow({ total: 10_000, anchor, size: 1000 });
      expect(anchor).toBeGreaterThanOrEqual(first);
      expect(anchor).toBeLessThan(first + count);
      expect(first + count).toBeLessThanOrEqual(10_000);
    }
  });
});

describe("anchorOf", () => {
  it.each([
    ["1", 0],
    ["17", 16],
    ["last", 99],
    ["5000", 99],
    ["0", 0],
    ["-3", 0],
    ["x", 0],
    [undefined, 0],
  ])("?line=%s of 100 lines is line %i from 0", (text, line) => {
    expect(anchorOf(text, 100)).toBe(line);
  });
});

describe("chunksOf", () => {
  it("names each chunk that holds a line in view", () => {
    expect(chunksOf({ from: 490, to: 1010, chunkSize: 500 })).toEqual([0, 1, 2]);
    expect(chunksOf({ from: 500, to: 999, chunkSize: 500 })).toEqual([1]);
  });
});

describe("streamQuery", () => {
  it("asks for this stream only", () => {
    expect(streamQuery({ namespace: "shop", pod: "web-1", container: "app", source: "previous" })).toBe(
      "ns:shop pod:web-1 container:app is:previous ",
    );
  });
});

import { expect, it } from "vitest";
import { partsAtOnce } from "./parts-at-once.ts";

it.each([
  { wanted: 2, memoryBytes: 16e9, heapBytes: 4e9, parts: 2 },
  { wanted: 32, memoryBytes: 16e9, heapBytes: 4e9, parts: 32 },
  { wanted: 32, memoryBytes: 1e9, heapBytes: 500e6, parts: 6 },
  { wanted: 32, memoryBytes: 16e9, heapBytes: 320e6, parts: 4 },
  { wanted: 2, memoryBytes: 512e6, heapBytes: 320e6, parts: 1 },
  { wanted: 8, memoryBytes: 64e6, heapBytes: 64e6, parts: 1 },
])(
  "of $wanted wanted with $memoryBytes bytes of memory and $heapBytes of heap: $parts",
  ({ wanted, parts, ...room }) => {
    expect(partsAtOnce(wanted, room)).toBe(parts);
  },
);

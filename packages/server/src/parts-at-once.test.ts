import { expect, it } from "vitest";
import { partsAtOnce } from "./parts-at-once.ts";

it.each([
  [2, 16e9, 2],
  [32, 16e9, 32],
  [32, 1e9, 6],
  [2, 512e6, 1],
  [8, 64e6, 1],
])("of %i wanted with %i bytes of memory: %i", (wanted, memoryBytes, parts) => {
  expect(partsAtOnce({ wanted, memoryBytes })).toBe(parts);
});

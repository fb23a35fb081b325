import { expect, it } from "vitest";
import { sharedFolder } from "./shared-folder.ts";

it.each([
  [["a/b/c.json", "a/b/d.json"], 4],
  [["a/bc.json", "a/bd/e.json"], 2],
  [["x.json", "y.json"], 0],
  [["a/b.json"], 0],
  [[], 0],
])("of %j are %i characters", (paths, count) => {
  expect(sharedFolder(paths)).toBe(count);
});

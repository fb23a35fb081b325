import { KubinError } from "@kubin/schema";
import { expect, test } from "vitest";
import { describeError } from "./describe-error.ts";

test("the first sentence stands alone, the rest below it, broken before 112 columns", () => {
  const message = `photo.jpg is not a bundle. It begins like a JPEG image. Looked for: ${"must-gather (namespaces/), ".repeat(8)}`;
  const lines = describeError(new KubinError("NOT_A_BUNDLE", message)).split("\n");
  expect(lines[0]).toBe("error: photo.jpg is not a bundle.");
  expect(lines[1]).toMatch(/^ {2}It begins like a JPEG image\. Looked for: must-gather/);
  for (const line of lines) expect(line.length).toBeLessThanOrEqual(112);
});

test("a defect says what to do; nothing in a sentence drives the terminal", () => {
  expect(describeError(new TypeError("x is not a function"))).toMatch(/inside kubin.*\n {2}Please report/);
  expect(describeError(new KubinError("NOT_FOUND", "no \u001b[2J"))).toBe("error: no ^[[2J");
});

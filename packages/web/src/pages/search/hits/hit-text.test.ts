import { expect, it } from "vitest";
import { hitText } from "./hit-text.ts";

const line = '{"time":"2026-11-23T10:00:00Z","level":"error","msg":"it failed","status":500,"to":{"host":"db"}}';

it("begins a line of JSON with what it says", () => {
  expect(hitText(line, [])).toBe('it failed status=500 to={"host":"db"}');
  expect(hitText(line, [{ text: "failed", whole: true }])).toBe('it failed status=500 to={"host":"db"}');
  expect(hitText("plain {text}", [])).toBe("plain {text}");
});

it("leaves it as it is where what was found would not be seen", () => {
  expect(hitText(line, [{ text: '"status":500', whole: false }])).toBe(line);
});

import { expect, test } from "vitest";
import { drawReview } from "./draw-review.ts";
import { pressKey } from "./press-key.ts";
import { firstState, type Reviewed, type ReviewState } from "./review-state.ts";

const example = (number: number) => ({
  rule: "url-password",
  namespace: "shop",
  where: "logs/\u001b[2Jweb.log",
  at: `line ${number}`,
  before: `hunter${number}`,
  mark: `‹redacted:url-password:${number}›`,
});
const reviewed: Reviewed = {
  name: "small",
  layout: "must-gather",
  rules: [
    { rule: "secret", count: 180, examples: [] },
    { rule: "url-password", count: 40, examples: Array.from({ length: 40 }, (_, index) => example(index)) },
  ],
  parts: [{ type: "logs", namespace: "shop", parts: 1, items: 1234, bytes: 5_000_000 }],
  withheld: [{ kind: "withheld", what: "core.dump", namespace: "", detail: "It is no text.", count: 2 }],
};

function after(...keys: string[]): ReviewState {
  return keys.reduce((state, name) => {
    const next = pressKey({ name }, state, reviewed);
    if (typeof next === "string") throw new Error(`${name} ended the review`);
    return next;
  }, firstState);
}

const screen = (state: ReviewState, size = { columns: 100, rows: 30 }) =>
  drawReview({ reviewed, state, size, paint: (_, text) => text });

test("the lists: what is taken out, what goes, what stays", () => {
  expect(screen(firstState).join("\n")).toMatch(/nothing is sent yet.*\[Taken out: 220 values\].*> +180 {2}secret\n/s);
  expect(screen(after("tab")).join("\n")).toMatch(/\[To be sent: 5\.0 MB\].*5\.0 MB +1,234 {2}logs shop/s);
  expect(screen(after("tab", "tab")).join("\n")).toMatch(/\[Stays home: 2 files\].*2 {2}core\.dump: It is no text/s);
  expect(after("tab", "tab", "tab")).toEqual(firstState);
});

test("examples have marks; the value stands there while v is held, and of the chosen one alone", () => {
  const examples = after("down", "return", "down");
  expect(screen(examples).join("\n")).toContain("url-password:1›");
  expect(screen(examples).join("\n")).not.toContain("hunter");
  const revealed = pressKey({ name: "v" }, examples, reviewed);
  expect(revealed).toEqual({ ...examples, revealed: true });
  const shown = screen(after("down", "return", "down", "v")).join("\n");
  expect(shown).toContain("hunter1");
  expect(shown).not.toContain("hunter0");
  for (const key of ["down", "up", "escape", "tab"])
    expect(pressKey({ name: key }, after("down", "return", "v"), reviewed)).toMatchObject({ revealed: false });
});

test("back from the examples the rule is chosen again", () => {
  expect(after("down", "return", "pagedown", "escape")).toMatchObject({ cursor: 1, rule: undefined });
});

test("the cursor stays inside, and in sight on a small screen", () => {
  expect(after("up", "up")).toMatchObject({ cursor: 0 });
  expect(after(...Array(9).fill("j"))).toMatchObject({ cursor: 1 });
  const deep = after("j", "return", ...Array(39).fill("j"));
  expect(deep).toMatchObject({ cursor: 39 });
  for (const rows of [10, 24]) {
    const lines = screen(deep, { columns: 60, rows });
    expect(lines.length).toBeLessThan(rows);
    expect(lines.find((line) => line.startsWith("> "))).toContain(":39");
  }
});

test("nothing captured drives the terminal", () => {
  expect(screen(after("down", "return")).join("\n")).not.toContain("\u001b");
});

test("what ends it", () => {
  const press = (name: string, ctrl = false) => pressKey({ name, ctrl }, firstState, reviewed);
  expect([press("a"), press("r"), press("q"), press("c", true), press("d", true)]).toEqual([
    "accept",
    "rule",
    "abort",
    "abort",
    "abort",
  ]);
  // Ctrl-A is no yes.
  expect(press("a", true)).toEqual(firstState);
});

import { expect, test } from "vitest";
import { highlighter } from "./highlighter.ts";

const paint = (_tone: string, text: string) => `<${text}>`;

test("marks words and phrases in any case, not what was excluded", () => {
  const mark = highlighter(
    {
      type: "and",
      items: [
        { type: "word", word: "refused" },
        { type: "phrase", text: "a.b*" },
        { type: "not", item: { type: "word", word: "health" } },
      ],
    },
    paint,
  );
  expect(mark("health: REFUSED by A.B* and axb")).toBe("health: <REFUSED> by <A.B*> and axb");
});

test("a query without text marks nothing", () => {
  expect(highlighter({ type: "level", op: ">=", level: "error" }, paint)("error")).toBe("error");
});

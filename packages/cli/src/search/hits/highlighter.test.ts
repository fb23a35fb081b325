import { expect, test } from "vitest";
import { highlighter } from "./highlighter.ts";

const paint = (_tone: string, text: string) => `<${text}>`;

test("marks words and phrases in any case, not what was excluded", async () => {
  const mark = await highlighter(
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

test("expressions too, nothing twice", async () => {
  const mark = await highlighter(
    {
      type: "or",
      items: [
        { type: "phrase", text: "10.96" },
        { type: "regex", pattern: "\\d+(\\.\\d+)+", ignoreCase: false },
      ],
    },
    paint,
  );
  expect(mark("größe 10.96.4.2 to 10.1")).toBe("größe <10.96><.4.2> to <10.1>");
});

test("a query without text marks nothing", async () => {
  expect((await highlighter({ type: "level", op: ">=", level: "error" }, paint))("error")).toBe("error");
});

import { expect, test } from "vitest";
import { inert, inertJson, inertLines } from "./inert.ts";

const hostile = "ok\u001b]0;owned\u0007 \u009b31m \u202Egnp.exe\r\nnext\tcol\u0000";

test("escapes, 8-bit controls, carriage returns and direction marks are shown, not obeyed", () => {
  const shown = inert(hostile);
  expect(shown).toBe("ok^[]0;owned^G <U+009B>31m <U+202E>gnp.exe^M^Jnext\tcol^@");
  expect(inertLines("a\u001b[2J\nb")).toBe("a^[[2J\nb");
});

test("text of all languages, emoji and their joiners stay as they are", () => {
  const text = "Übergröße 日本語 👩‍🚀 עברית — …";
  expect(inert(text)).toBe(text);
});

test("JSON means the same and holds nothing that a terminal obeys", () => {
  const json = inertJson(JSON.stringify({ hostile }, null, 2));
  expect(JSON.parse(json)).toEqual({ hostile });
  expect(inertLines(json)).toBe(json);
});

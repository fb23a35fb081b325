import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { buildAutomaton } from "./automaton.ts";
import { findLiteral, findLiterals } from "./find-literals.ts";

describe("the automaton", () => {
  const word = fc.string({ unit: fc.constantFrom("a", "b", "A", "B", "_"), minLength: 1, maxLength: 4 });
  const text = fc.string({ unit: fc.constantFrom("a", "b", "A", "B", "_", "c", "é", "日"), maxLength: 60 });

  it("finds every literal at every place, in any case, and nothing else", () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(word, { minLength: 1, maxLength: 8, selector: (one) => one.toLowerCase() }),
        text,
        (words, content) => {
          const hits = findLiterals(buildAutomaton(words), content);
          const found = Array.from(
            { length: hits.length / 2 },
            (_, at) => `${words[hits[at * 2] ?? 0]}@${hits[at * 2 + 1]}`,
          );
          const expected = words.flatMap((one) =>
            Array.from(content, (_, at) => at)
              .filter((at) => content.toLowerCase().startsWith(one.toLowerCase(), at))
              .map((at) => `${one}@${at + one.length}`),
          );
          expect(found.sort()).toEqual(expected.sort());
        },
      ),
    );
  });

  it("finds the first one in bytes", () => {
    const automaton = buildAutomaton(["Token", "ke"]);
    const bytes = new TextEncoder().encode("日 a TOKEN");
    expect(findLiteral(automaton, bytes, 0)).toBe(9);
    expect(findLiteral(automaton, bytes, 9)).toBe(-1);
  });
});

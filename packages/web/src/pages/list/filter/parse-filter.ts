import { columnOperators, comparisons, type FilterTerm, type ParsedFilter } from "./filter-term.ts";
import { type FilterWord, splitWords } from "./split-words.ts";

/** Reads a filter line: `crash !web status:running restarts:>3 age<1h app=checkout "two words"`. Never throws. */
export function parseFilter(line: string): ParsedFilter {
  const { words, openQuote } = splitWords(line);
  return { terms: words.map(termOf).filter((term) => term !== undefined), openQuote };
}

function termOf(word: FilterWord): FilterTerm | undefined {
  const not = isBare(word, 0, "!") || isBare(word, 0, "-");
  const start = not ? 1 : 0;
  const at = separatorIn(word, start);
  if (at === undefined)
    return word.text.length > start ? { kind: "word", not, text: word.text.slice(start) } : undefined;
  if (word.text.charAt(at) === ":") {
    const operator = columnOperators.find((one) => isBareText(word, at + 1, one));
    const length = operator?.length ?? 0;
    return {
      kind: "column",
      not,
      column: word.text.slice(start, at),
      operator: operator ?? "has",
      value: word.text.slice(at + 1 + length),
    };
  }
  const comparison = comparisons.find((one) => isBareText(word, at, one));
  if (comparison) {
    const [column, value] = [word.text.slice(start, at), word.text.slice(at + comparison.length)];
    return { kind: "compared", not, column, operator: comparison, value };
  }
  const unequal = isBare(word, at - 1, "!") && at - 1 > start;
  return {
    kind: "label",
    not: not !== unequal,
    key: word.text.slice(start, unequal ? at - 1 : at),
    value: word.text.slice(at + 1),
  };
}

/** The first sign outside of quotes that has a name before it. */
function separatorIn(word: FilterWord, start: number): number | undefined {
  for (let at = start + 1; at < word.text.length; at++)
    if ([":", "=", "<", ">"].some((sign) => isBare(word, at, sign))) return at;
  return undefined;
}

function isBareText(word: FilterWord, at: number, text: string): boolean {
  return [...text].every((character, more) => isBare(word, at + more, character));
}

function isBare(word: FilterWord, at: number, character: string): boolean {
  return word.text.charAt(at) === character && word.quoted[at] === false;
}

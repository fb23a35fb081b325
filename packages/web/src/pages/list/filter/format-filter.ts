import type { FilterTerm } from "./filter-term.ts";

/** Terms as one would type them; `parseFilter` reads the same terms out of it. */
export function formatFilter(terms: readonly FilterTerm[]): string {
  return terms.map(formatTerm).join(" ");
}

const signs = /^[!-]|[:=<>]/;

function formatTerm(term: FilterTerm): string {
  switch (term.kind) {
    case "word":
      return `${term.not ? "!" : ""}${quoted(term.text, signs)}`;
    case "column": {
      const operator = term.operator === "has" ? "" : term.operator;
      return `${term.not ? "!" : ""}${quoted(term.column, signs)}:${operator}${quoted(term.value, /^[<>=]/)}`;
    }
    case "compared":
      return `${term.not ? "!" : ""}${quoted(term.column, signs)}${term.operator}${quoted(term.value, /^=/)}`;
    case "label":
      return `${quoted(term.key, /^[!-]|[:=<>]|!$/)}${term.not ? "!=" : "="}${quoted(term.value, /^$a/)}`;
  }
}

/** In quotes where blanks, quotes or what `special` finds would be read otherwise. */
function quoted(text: string, special: RegExp): string {
  if (!/[\s"]/.test(text) && !special.test(text)) return text;
  return `"${text.replaceAll(/["\\]/g, String.raw`\$&`)}"`;
}

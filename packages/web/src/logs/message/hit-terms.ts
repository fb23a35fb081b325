import type { Query } from "@kubin/logs";

/** What of a text a query looked for: a word stands by itself, a phrase anywhere. */
export interface HitTerm {
  text: string;
  whole: boolean;
}

/** The words and phrases that a query wants to see; what it excludes is not among them. */
export function hitTerms(query: Query): HitTerm[] {
  switch (query.type) {
    case "and":
    case "or":
      return query.items.flatMap(hitTerms);
    case "word":
      return [{ text: query.word, whole: true }];
    case "phrase":
      return [{ text: query.text, whole: false }];
    case "attribute":
      return query.word === undefined ? [] : [{ text: query.word, whole: true }];
    default:
      return [];
  }
}

/** Where terms stand in a text, from the left, never over each other. */
export function hitRanges(text: string, terms: readonly HitTerm[]): { from: number; to: number }[] {
  if (terms.length === 0) return [];
  const found = [...text.matchAll(pattern(terms))];
  return found.map((hit) => ({ from: hit.index, to: hit.index + hit[0].length }));
}

function pattern(terms: readonly HitTerm[]): RegExp {
  const one = ({ text, whole }: HitTerm) => {
    const plain = text.replace(/[.*+?^${}()|[\]\\/-]/g, "\\$&");
    if (!whole) return plain;
    const before = isLetter(text.at(0)) ? "(?<![0-9a-zA-Z\\u0080-\\uffff])" : "";
    const behind = isLetter(text.at(-1)) ? "(?![0-9a-zA-Z\\u0080-\\uffff])" : "";
    return `${before}${plain}${behind}`;
  };
  return new RegExp(terms.map(one).join("|"), "gi");
}

function isLetter(character: string | undefined): boolean {
  return character !== undefined && /[0-9a-zA-Z\u0080-\uffff]/.test(character);
}

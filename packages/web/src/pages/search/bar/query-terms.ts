/** A term of a query that stands in no parentheses, as it was typed. */
interface TypedTerm {
  from: number;
  to: number;
  text: string;
}

const quoted = /^"(?:[^"\\]|\\.)*"?/s;
const term = /^-?(?:[^\s()":]+:)?(?:"(?:[^"\\]|\\.)*"?|\/(?:[^/\\\n]|\\.)*\/|[^\s()]+)/s;

/** The terms that hold for the query as a whole, where it is no choice between two. */
function queryTerms(text: string): TypedTerm[] {
  const terms: TypedTerm[] = [];
  let depth = 0;
  for (let at = 0; at < text.length; ) {
    const rest = text.slice(at);
    const found = depth === 0 && !/^(?:\s|-?[()])/.test(rest) ? term.exec(rest)?.[0] : undefined;
    if (found) terms.push({ from: at, to: at + found.length, text: found });
    if (rest.startsWith("(")) depth += 1;
    if (rest.startsWith(")")) depth -= 1;
    at += (found ?? quoted.exec(rest)?.[0] ?? " ").length;
  }
  return terms;
}

/** The query without those terms, and without the blanks that stood behind them. */
export function withoutTerms(text: string, unwanted: (term: string) => boolean): string {
  let kept = "";
  let end = 0;
  for (const { from, to, text: one } of queryTerms(text)) {
    if (!unwanted(one)) continue;
    kept += text.slice(end, from);
    end = to + (/^\s*/.exec(text.slice(to))?.[0].length ?? 0);
  }
  return (kept + text.slice(end)).trim();
}

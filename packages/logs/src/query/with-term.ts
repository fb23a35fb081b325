import { lowerAscii } from "../lines/line-text.ts";
import { quote, valueText } from "./format-query.ts";
import { fieldOfKey } from "./query-fields.ts";
import { type FieldToken, type QueryToken, tokensIfRead } from "./query-tokens.ts";

/** A value of a field that lines must have, or must not. `field` as facets name it. */
export interface QueryTerm {
  field: string;
  value: string;
  exclude: boolean;
}

/** Words for times, whatever an attribute of that name holds. */
const times: readonly string[] = ["after", "before", "around"];

/** Whether a query can ask for the values of this: names with blanks, or of a field that is something else, it cannot. */
export function isAskable(field: string): boolean {
  const key = keyOf(field);
  return /^[A-Za-z_@][\w.@/-]*$/.test(key) && (fieldOfKey(key) ?? key) === key && !times.includes(key);
}

/** Query text that asks for this as well. Its opposite is replaced, and what is there already is not asked twice. */
export function withTerm(text: string, term: QueryTerm): string {
  if (term.value === "" || !isAskable(term.field)) return text;
  const tokens = tokensIfRead(text);
  if (!tokens) return text;
  if (hasOr(tokens)) return `(${text.trim()}) ${spell(term)}`;
  const found = placesOf(tokens, term);
  if (found.some(({ exclude }) => exclude === term.exclude)) return text;
  const [opposite] = found;
  if (opposite) {
    const replaced = text.slice(0, opposite.from) + spell(term) + text.slice(opposite.to);
    return withoutTerm(replaced, { ...term, exclude: !term.exclude });
  }
  return tokens.length === 0 ? spell(term) : `${text.trimEnd()} ${spell(term)}`;
}

/** Query text that does not ask for this any more. Terms in parentheses and beside `OR` stay. */
export function withoutTerm(text: string, term: QueryTerm): string {
  const tokens = tokensIfRead(text);
  if (!tokens || hasOr(tokens)) return text;
  const place = placesOf(tokens, term).find(({ exclude }) => exclude === term.exclude);
  if (!place) return text;
  return withoutTerm(cutOut(text, tokens, place), term);
}

/** Query text without its times: `after:`, `before:` and `around:`. Those in parentheses, beside `OR` or behind a minus stay. */
export function withoutTimes(text: string): string {
  const tokens = tokensIfRead(text);
  if (!tokens || hasOr(tokens)) return text;
  const place = fieldsOf(tokens).find(({ token, exclude }) => !exclude && times.includes(token.field ?? token.name));
  return place ? withoutTimes(cutOut(text, tokens, place)) : text.trim();
}

/** Text without what stands at a place, and without the `AND` beside it. */
function cutOut(text: string, tokens: readonly QueryToken[], place: Place): string {
  const before = tokens.filter(({ to }) => to <= place.from).at(-1);
  const behind = tokens.find(({ from }) => from >= place.to);
  const from = before?.type === "and" ? before.from : place.from;
  const to = before?.type !== "and" && behind?.type === "and" ? behind.to : place.to;
  return `${text.slice(0, from).trimEnd()} ${text.slice(to).trimStart()}`.trim();
}

interface Place {
  from: number;
  to: number;
  exclude: boolean;
}

/** Where a term stands outside of parentheses. */
function placesOf(tokens: readonly QueryToken[], term: QueryTerm): Place[] {
  return fieldsOf(tokens).filter(({ token }) => says(token, term));
}

/** Where fields stand outside of parentheses. */
function fieldsOf(tokens: readonly QueryToken[]): (Place & { token: FieldToken })[] {
  let depth = 0;
  return tokens.flatMap((token, index) => {
    depth += token.type === "(" ? 1 : token.type === ")" ? -1 : 0;
    if (depth > 0 || token.type !== "field") return [];
    const minus = tokens[index - 1];
    const exclude = minus?.type === "-" && minus.to === token.from;
    return [{ token, from: exclude ? minus.from : token.from, to: token.to, exclude }];
  });
}

/** Attributes, levels and runs are the same in any case; names of Kubernetes are not. */
function says(token: FieldToken, { field, value }: QueryTerm): boolean {
  const key = keyOf(field);
  if ((token.field ?? token.name) !== key) return false;
  const exact = ["namespace", "pod", "container", "workload", "node"].includes(key);
  return exact ? token.value === value : lowerAscii(token.value) === lowerAscii(value);
}

function hasOr(tokens: readonly QueryToken[]): boolean {
  let depth = 0;
  return tokens.some(({ type }) => {
    depth += type === "(" ? 1 : type === ")" ? -1 : 0;
    return depth === 0 && type === "or";
  });
}

/** An attribute is meant, not a text that looks like one: in quotes it is nothing else. */
function spell({ field, value, exclude }: QueryTerm): string {
  const key = keyOf(field);
  const text = fieldOfKey(key) === undefined ? quote(value) : valueText(key, value);
  return `${exclude ? "-" : ""}${key}:${text}`;
}

/** What the log engine calls the source of a line is the run of a container to people. */
function keyOf(field: string): string {
  return field === "source" ? "is" : field;
}

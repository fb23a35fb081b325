import { readQuery } from "../../../logs/read-query.ts";
import { queryTerms, withoutTerms } from "./query-terms.ts";

export interface FieldTerm {
  field: string;
  value: string;
  exclude: boolean;
}

/** The query with a term that names a field; what says the opposite goes. */
export function withTerm(text: string, { field, value, exclude }: FieldTerm): string {
  const rest = withoutTerm(withoutTerm(text, { field, value, exclude: true }), { field, value, exclude: false });
  const added = `${exclude ? "-" : ""}${formatTerm(field, value)}`;
  if (rest === "") return added;
  return isChoice(rest) ? `(${rest}) ${added}` : `${rest} ${added}`;
}

export function withoutTerm(text: string, { field, value, exclude }: FieldTerm): string {
  if (isChoice(text)) return text;
  return withoutTerms(text, (typed) => {
    const read = readTerm(typed);
    return read?.field === field && read.value === value && read.exclude === exclude;
  });
}

/** The terms of a query that name a field and its value in full. */
export function fieldTerms(text: string): FieldTerm[] {
  return isChoice(text) ? [] : queryTerms(text).flatMap((typed) => readTerm(typed.text) ?? []);
}

function isChoice(text: string): boolean {
  const read = readQuery(text, undefined);
  return "query" in read && read.query.type === "or";
}

const aliases: Readonly<Record<string, string>> = { ns: "namespace", is: "source" };

function readTerm(typed: string): FieldTerm | undefined {
  const [, minus, name, value] = /^(-?)([^\s()":]+):(.+)$/s.exec(typed) ?? [];
  if (name === undefined || value === undefined || /^[<>=/]/.test(value)) return undefined;
  const field = aliases[name.toLowerCase()] ?? name;
  const plain = /^"(.*)"$/s.exec(value)?.[1]?.replace(/\\(["\\])/g, "$1");
  return { field, value: plain ?? value, exclude: minus === "-" };
}

function formatTerm(field: string, value: string): string {
  const name = { namespace: "ns", source: "is" }[field] ?? field;
  return `${name}:${formatValue(value)}`;
}

/** A value as it stands behind a colon: in quotes where it would be read as more than itself. */
export function formatValue(value: string): string {
  const isBare = /^[^\s()"<>=/\\*][^\s()"*]*$/.test(value);
  return isBare ? value : `"${value.replace(/[\\"]/g, "\\$&")}"`;
}

import { KubinError } from "@kubin/schema";
import type { Requirement, Selector } from "../objects/selector.ts";

const key = /([A-Za-z0-9]([-A-Za-z0-9.]{0,251}[A-Za-z0-9])?\/)?[A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?/;
const value = /([A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?)?/;
const integer = /-?\d+/;

interface Cursor {
  readonly source: string;
  position: number;
}

/**
 * Reads a label selector as `kubectl -l` takes it: `app=web,tier!=cache,env in (a,b),x notin (y),legacy,!old,n>3`.
 * Throws BAD_INPUT that names the position (from 1). An empty text selects everything.
 */
export function parseSelector(source: string): Selector {
  const cursor: Cursor = { source, position: 0 };
  const selector: Selector = [];
  if (atEnd(cursor)) return selector;
  for (;;) {
    selector.push(requirement(cursor));
    if (atEnd(cursor)) return selector;
    expect(cursor, { sign: ",", name: "a comma or the end" });
  }
}

function requirement(cursor: Cursor): Requirement {
  skipBlanks(cursor);
  if (takes(cursor, "!")) return { key: label(cursor), op: "absent", values: [] };
  const name = label(cursor);
  skipBlanks(cursor);
  if (takes(cursor, "==") || takes(cursor, "=")) return { key: name, op: "in", values: [single(cursor)] };
  if (takes(cursor, "!=")) return { key: name, op: "notin", values: [single(cursor)] };
  if (takes(cursor, ">")) return { key: name, op: "gt", values: [whole(cursor)] };
  if (takes(cursor, "<")) return { key: name, op: "lt", values: [whole(cursor)] };
  if (takesWord(cursor, "notin")) return { key: name, op: "notin", values: several(cursor) };
  if (takesWord(cursor, "in")) return { key: name, op: "in", values: several(cursor) };
  return { key: name, op: "exists", values: [] };
}

function several(cursor: Cursor): string[] {
  skipBlanks(cursor);
  expect(cursor, { sign: "(", name: "(" });
  const found = [single(cursor)];
  skipBlanks(cursor);
  while (takes(cursor, ",")) {
    found.push(single(cursor));
    skipBlanks(cursor);
  }
  expect(cursor, { sign: ")", name: ") or a comma" });
  return found;
}

function label(cursor: Cursor): string {
  return token(cursor, { pattern: key, name: "a label name" });
}

function single(cursor: Cursor): string {
  return token(cursor, { pattern: value, name: "a label value" });
}

function whole(cursor: Cursor): string {
  return token(cursor, { pattern: integer, name: "a whole number" });
}

function token(cursor: Cursor, expected: { pattern: RegExp; name: string }): string {
  skipBlanks(cursor);
  const sticky = new RegExp(expected.pattern.source, "y");
  sticky.lastIndex = cursor.position;
  const found = sticky.exec(cursor.source)?.[0];
  if (found === undefined) throw wrong(cursor, expected.name);
  cursor.position += found.length;
  return found;
}

function takes(cursor: Cursor, sign: string): boolean {
  if (!cursor.source.startsWith(sign, cursor.position)) return false;
  cursor.position += sign.length;
  return true;
}

function takesWord(cursor: Cursor, word: string): boolean {
  return /^[\s(]?$/.test(cursor.source.charAt(cursor.position + word.length)) && takes(cursor, word);
}

function expect(cursor: Cursor, expected: { sign: string; name: string }): void {
  skipBlanks(cursor);
  if (!takes(cursor, expected.sign)) throw wrong(cursor, expected.name);
}

function atEnd(cursor: Cursor): boolean {
  skipBlanks(cursor);
  return cursor.position === cursor.source.length;
}

function skipBlanks(cursor: Cursor): void {
  while (/\s/.test(cursor.source.charAt(cursor.position))) cursor.position += 1;
}

function wrong(cursor: Cursor, expected: string): KubinError {
  const found = cursor.position < cursor.source.length ? `"${cursor.source.charAt(cursor.position)}"` : "the end";
  return new KubinError(
    "BAD_INPUT",
    `Wrong label selector at position ${cursor.position + 1}: expected ${expected}, found ${found}. ` +
      'Write it like kubectl: "app=web,tier!=cache,env in (a,b),!legacy".',
  );
}

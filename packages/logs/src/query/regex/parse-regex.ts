import { anyCharacter, folded, oneCharacter } from "./character-set.ts";
import { readClass } from "./read-class.ts";
import { readEscape } from "./read-escape.ts";
import { readRepeat, repetitionAt } from "./read-repeat.ts";
import type { Regex, RegexNode } from "./regex-node.ts";
import { peek, type RegexReader, refuse, take, takeIf } from "./regex-reader.ts";

const longestPattern = 1000;
const maxDepth = 30;

/**
 * Reads the part of RE2's syntax that means the same over the bytes of a line to every engine. `at` is where the pattern
 * begins in a query. Throws QueryError.
 */
export function parseRegex(pattern: { pattern: string; ignoreCase: boolean }, at = 0): Regex {
  const { pattern: text, ignoreCase } = pattern;
  const reader: RegexReader = { text, next: 0, depth: 0, counted: 0, ignoreCase, at };
  if (text.length > longestPattern)
    throw refuse(reader, `An expression has at most ${longestPattern} characters.`, { from: 0, to: text.length });
  if (takeIf(reader, "(?i)")) reader.ignoreCase = true;
  const node = readChoice(reader);
  const { next } = reader;
  if (next < text.length)
    throw refuse(reader, "This closing parenthesis has no opening one; a backslash makes it a character.", {
      from: next,
      to: next + 1,
    });
  return { node, ignoreCase: reader.ignoreCase };
}

function readChoice(reader: RegexReader): RegexNode {
  const items = [readSequence(reader)];
  while (takeIf(reader, "|")) items.push(readSequence(reader));
  const [only] = items;
  return items.length === 1 && only ? only : { type: "choice", items };
}

function readSequence(reader: RegexReader): RegexNode {
  const items: RegexNode[] = [];
  while (!["", "|", ")"].includes(peek(reader))) {
    const from = reader.next;
    items.push(readRepeat(reader, { node: readAtom(reader), from }));
  }
  const [only] = items;
  return items.length === 1 && only ? only : { type: "sequence", items };
}

function readAtom(reader: RegexReader): RegexNode {
  const from = reader.next;
  switch (peek(reader)) {
    case "(":
      return readGroup(reader);
    case "[":
      return { type: "set", set: readClass(reader) };
    case "\\":
      return readBackslash(reader);
  }
  const [repetition] = repetitionAt(reader) ?? [];
  if (repetition !== undefined)
    throw refuse(reader, `Nothing stands before this ${repetition} that it could repeat.`, {
      from,
      to: from + repetition.length,
    });
  const character = take(reader);
  if (character === ".") return { type: "set", set: anyCharacter };
  if (character === "^") return { type: "begin" };
  return character === "$" ? { type: "end" } : characterNode(reader, character);
}

function readBackslash(reader: RegexReader): RegexNode {
  if (takeIf(reader, "\\b")) return { type: "boundary" };
  if (takeIf(reader, "\\B")) return { type: "no-boundary" };
  if (takeIf(reader, "\\A")) return { type: "begin" };
  if (takeIf(reader, "\\z")) return { type: "end" };
  const read = readEscape(reader);
  return "set" in read ? { type: "set", set: read.set } : characterNode(reader, read.character);
}

function characterNode(reader: RegexReader, character: string): RegexNode {
  const set = oneCharacter(character);
  return { type: "set", set: reader.ignoreCase ? folded(set) : set };
}

/** A group captures nothing here, so that its name does not matter. */
function readGroup(reader: RegexReader): RegexNode {
  const from = reader.next;
  const [start = "("] = /^\((?:\?(?::|P?<[A-Za-z_]\w*>))?/.exec(reader.text.slice(from)) ?? [];
  reader.next += start.length;
  if (start === "(" && peek(reader) === "?")
    throw refuse(reader, "(? is not understood here; expected (?:…), and /…/i for any case.", { from, to: from + 2 });
  reader.depth += 1;
  if (reader.depth > maxDepth)
    throw refuse(reader, `An expression is nested at most ${maxDepth} levels deep.`, { from, to: from + 1 });
  const node = readChoice(reader);
  reader.depth -= 1;
  if (!takeIf(reader, ")"))
    throw refuse(reader, "This parenthesis is never closed; a backslash makes it a character.", { from, to: from + 1 });
  return node;
}

import { KubinError } from "@kubin/schema";
import { inert } from "../../output/inert.ts";
import type { Path, Piece } from "./json-path.ts";
import { scanPath } from "./scan-path.ts";
import { createScanner } from "./scanner.ts";

/**
 * Parses kubectl's JSONPath templates (https://kubernetes.io/docs/reference/kubectl/jsonpath/): text with `{.paths}`,
 * `{range …}{end}` and `{"\n"}`; a path alone needs no braces. Throws BAD_INPUT with the position.
 */
export function parseJsonPath(template: string): Piece[] {
  const text = template.includes("{") ? template : `{${relaxed(template)}}`;
  const root: Piece[] = [];
  const open: { piece: Extract<Piece, { type: "range" }>; at: number }[] = [];
  const put = (piece: Piece) => (open.at(-1)?.piece.body ?? root).push(piece);
  let at = 0;
  while (at < text.length) {
    const brace = text.indexOf("{", at);
    if (brace < 0 || brace > at) put({ type: "text", text: text.slice(at, brace < 0 ? text.length : brace) });
    if (brace < 0) break;
    const end = closing(text, brace);
    const inner = text.slice(brace + 1, end).trim();
    if (inner === "end") {
      if (!open.pop()) throw wrong("{end} without {range}", brace);
    } else if (/^range\s/.test(inner)) {
      const piece = { type: "range" as const, path: pathIn(inner.slice(5).trim(), brace), body: [] };
      put(piece);
      open.push({ piece, at: brace });
    } else if (/^["']/.test(inner)) put({ type: "text", text: quoted(inner, brace) });
    else put({ type: "path", path: pathIn(inner, brace) });
    at = end + 1;
  }
  const unclosed = open.at(-1);
  if (unclosed) throw wrong("{range} without {end}", unclosed.at);
  return root;
}

/** `items[0].name` and `.items` may be written without braces and the dot. */
function relaxed(text: string): string {
  return /^[$@.[]/.test(text) ? text : `.${text}`;
}

/** Position of the brace that closes the one at `from`, quotes minded. */
function closing(text: string, from: number): number {
  let quote = "";
  for (let at = from + 1; at < text.length; at++) {
    const char = text.charAt(at);
    if (quote !== "" && char === "\\") at++;
    else if (quote !== "") quote = char === quote ? "" : quote;
    else if (char === '"' || char === "'") quote = char;
    else if (char === "}") return at;
  }
  throw wrong("a { is never closed", from);
}

function pathIn(text: string, at: number): Path {
  const scanner = createScanner(text);
  try {
    const path = scanPath(scanner);
    scanner.skipBlanks();
    if (!scanner.done()) throw new Error(`"${inert(scanner.rest())}" is not expected here`);
    return path;
  } catch (error) {
    throw wrong(error instanceof Error ? error.message : String(error), at + 1 + scanner.at());
  }
}

function quoted(text: string, at: number): string {
  const scanner = createScanner(text);
  try {
    const value = scanner.quoted();
    if (scanner.done()) return value;
  } catch {
    // Told below, with the position.
  }
  throw wrong("a quoted text does not end where it should", at);
}

function wrong(what: string, at: number): KubinError {
  return new KubinError("BAD_INPUT", `The JSONPath is wrong at character ${at + 1}: ${what}.`);
}

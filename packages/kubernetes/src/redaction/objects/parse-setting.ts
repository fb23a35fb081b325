/** A line that sets something: `password: x`, `export PASSWORD="x"`, `"password": "x",`, `- name = x`. */
export interface Setting {
  name: string;
  /** Columns before the name: white space and dashes of a list. */
  indent: number;
  /** Whether a dash of a YAML list stands before the name. */
  isItem: boolean;
  /** Where the value lies in the line, without its quotes; the same twice where there is none. */
  start: number;
  end: number;
  /** The quote around the value that has no end in this line. */
  open: string;
}

/** Names of settings in words, with the dots, dashes and slashes of keys. */
const nameCharacters = /[\w./-]{1,200}/y;
const before = ["export ", "set ", "ENV ", "ARG "];

/** Reads one line. By hand, since a pattern with as many optional parts is not linear. */
export function parseSetting(line: string): Setting | undefined {
  let at = skipSpace(line, 0);
  let isItem = false;
  while (line.startsWith("- ", at)) {
    isItem = true;
    at = skipSpace(line, at + 1);
  }
  const indent = at;
  for (const word of before) if (line.startsWith(word, at)) at = skipSpace(line, at + word.length);
  const quote = line[at] === '"' || line[at] === "'" ? line[at] : "";
  at += quote ? 1 : 0;
  nameCharacters.lastIndex = at;
  const name = nameCharacters.exec(line)?.[0];
  if (name === undefined) return undefined;
  at += name.length;
  if (quote !== "") {
    if (line[at] !== quote) return undefined;
    at++;
  }
  at = skipSpace(line, at);
  const separator = [":=", "=>", ":", "="].find((text) => line.startsWith(text, at));
  if (separator === undefined) return undefined;
  const start = skipSpace(line, at + separator.length);
  // `name: value` and `name:value`, not `C:\`, `http://` or `a::b`.
  if (separator === ":" && /^(\/\/|\\|:)/.test(line.slice(at + 1, at + 3))) return undefined;
  return { name, indent, isItem, ...valueRange(line, start) };
}

function valueRange(line: string, start: number): { start: number; end: number; open: string } {
  const quote = line[start];
  if (quote === '"' || quote === "'") {
    const close = closingQuote(line, start + 1, quote);
    return close === -1
      ? { start: start + 1, end: trimmedEnd(line, start + 1), open: quote }
      : { start: start + 1, end: close, open: "" };
  }
  // A comment behind it belongs to the value: in most formats "#" may be part of a password.
  let end = trimmedEnd(line, start);
  if (line[end - 1] === "," || line[end - 1] === ";") end--;
  return { start, end: Math.max(start, end), open: "" };
}

function closingQuote(line: string, from: number, quote: string): number {
  for (let at = from; at < line.length; at++) {
    if (line[at] === "\\" && quote === '"') at++;
    else if (line[at] === quote) {
      if (quote === "'" && line[at + 1] === "'") at++;
      else return at;
    }
  }
  return -1;
}

function trimmedEnd(line: string, start: number): number {
  return Math.max(start, line.trimEnd().length);
}

function skipSpace(line: string, from: number): number {
  let at = from;
  while (line[at] === " " || line[at] === "\t") at++;
  return at;
}

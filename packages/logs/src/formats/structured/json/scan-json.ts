import { endOfString, unescapeJson } from "../../../parse/json-string.ts";
import { Attributes } from "../attributes.ts";

/** What is deeper stays JSON text. */
const deepest = 4;
/** Nested attributes stop here, so that those of the object itself still find their place. */
const mostNested = 192;
const longestName = 128;
/** Values over this are no attributes; a message may be as long as it likes. */
const longestRaw = 4096;

/**
 * Attributes of a text that is one JSON object (RFC 8259): nested objects flattened with dots, arrays and what is
 * deeper than four as the JSON text that stands there, numbers as written, null left out. A line that was cut gives
 * what it still holds; raw control characters in strings are let through. Undefined when the text is none. Reads each
 * character once.
 */
export function scanJson(text: string): Attributes | undefined {
  if (text.charCodeAt(0) !== 123) return undefined;
  const scanner = new Scanner(text);
  const whole = scanner.object("", 1) && scanner.atEnd();
  return whole || scanner.attributes.size > 1 ? scanner.attributes : undefined;
}

class Scanner {
  private readonly text: string;
  readonly attributes = new Attributes();
  private pos = 0;

  constructor(text: string) {
    this.text = text;
  }

  atEnd(): boolean {
    this.skipBlanks();
    return this.pos >= this.text.length;
  }

  /** Reads the object that begins here; false where it is not whole. */
  object(prefix: string, depth: number): boolean {
    this.pos += 1;
    if (this.peek() === 125) {
      this.pos += 1;
      return true;
    }
    for (;;) {
      if (this.peek() !== 34) return false;
      const key = this.string();
      if (key === undefined || this.peek() !== 58) return false;
      this.pos += 1;
      if (!this.value(prefix === "" ? key : prefix + key, depth)) return false;
      const mark = this.peek();
      this.pos += 1;
      if (mark === 125) return true;
      if (mark !== 44) return false;
    }
  }

  private value(name: string, depth: number): boolean {
    const mark = this.peek();
    if (mark === 34) {
      const value = this.string();
      if (value === undefined) return false;
      this.add(name, value, depth);
      return true;
    }
    if (mark === 123 && depth < deepest && name.length < longestName && this.attributes.size < mostNested) {
      return this.object(`${name}.`, depth + 1);
    }
    return mark === 123 || mark === 91 ? this.raw(name, depth) : this.literal(name, depth);
  }

  private add(name: string, value: string, depth: number): void {
    if (depth > 1 && this.attributes.size >= mostNested) return;
    this.attributes.add(name, value);
  }

  private string(): string | undefined {
    const from = this.pos + 1;
    const end = endOfString(this.text, from);
    if (end < 0) return undefined;
    this.pos = end + 1;
    return unescapeJson(this.text.slice(from, end));
  }

  /** A number, `true`, `false` or `null`. */
  private literal(name: string, depth: number): boolean {
    const from = this.pos;
    let end = from;
    while (isLiteral(this.text.charCodeAt(end))) end += 1;
    if (end === from) return false;
    this.pos = end;
    const value = this.text.slice(from, end);
    if (value !== "null") this.add(name, value, depth);
    return true;
  }

  /** An array or object as it stands. */
  private raw(name: string, depth: number): boolean {
    const from = this.pos;
    let open = 0;
    do {
      const code = this.text.charCodeAt(this.pos);
      if (code === 34) {
        const end = endOfString(this.text, this.pos + 1);
        if (end < 0) return false;
        this.pos = end;
      } else if (code === 123 || code === 91) open += 1;
      else if (code === 125 || code === 93) open -= 1;
      else if (Number.isNaN(code)) return false;
      this.pos += 1;
    } while (open > 0);
    if (this.pos - from <= longestRaw) this.add(name, this.text.slice(from, this.pos), depth);
    return true;
  }

  private peek(): number {
    this.skipBlanks();
    return this.text.charCodeAt(this.pos);
  }

  private skipBlanks(): void {
    for (;;) {
      const code = this.text.charCodeAt(this.pos);
      if (code !== 32 && code !== 9 && code !== 10 && code !== 13) return;
      this.pos += 1;
    }
  }
}

/** Letters, digits, `+`, `-`, `.`. */
function isLiteral(code: number): boolean {
  const lower = code | 32;
  return (code >= 48 && code <= 57) || (lower >= 97 && lower <= 122) || code === 43 || code === 45 || code === 46;
}

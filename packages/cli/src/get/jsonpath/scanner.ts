/** Reads a text from the front. Failures are plain `Error`s; the parser adds the position. */
export interface Scanner {
  at(): number;
  done(): boolean;
  rest(): string;
  skipBlanks(): void;
  /** Takes `text` if it is next. */
  take(text: string): boolean;
  /** Takes what matches here (a sticky pattern); undefined if nothing does. */
  match(pattern: RegExp): string | undefined;
  /** Takes a text in single or double quotes, escapes resolved. */
  quoted(): string;
  expect(text: string): void;
}

const escapes: Record<string, string> = { n: "\n", t: "\t", r: "\r" };

export function createScanner(text: string): Scanner {
  let at = 0;
  const scanner: Scanner = {
    at: () => at,
    done: () => at >= text.length,
    rest: () => text.slice(at, at + 20),
    skipBlanks: () => {
      while (/\s/.test(text.charAt(at))) at++;
    },
    take(wanted) {
      if (!text.startsWith(wanted, at)) return false;
      at += wanted.length;
      return true;
    },
    match(pattern) {
      const sticky = new RegExp(pattern.source, "y");
      sticky.lastIndex = at;
      const found = sticky.exec(text)?.[0];
      at += found?.length ?? 0;
      return found;
    },
    quoted() {
      const quote = text.charAt(at);
      let value = "";
      for (at++; at < text.length; at++) {
        const char = text.charAt(at);
        if (char === quote) {
          at++;
          return value;
        }
        if (char !== "\\") value += char;
        else value += escapes[text.charAt(++at)] ?? text.charAt(at);
      }
      throw new Error("a quote is never closed");
    },
    expect(wanted) {
      if (!scanner.take(wanted)) throw new Error(`"${wanted}" is missing`);
    },
  };
  return scanner;
}

/** A word of a command line: where it stands, with its quotes. */
export interface ShellWord {
  start: number;
  end: number;
}

/** Beyond this a text is no command line. */
const maxWords = 5000;

const ends = " \t\r\n;|&()";

/** Words of a command line, quotes and backslashes honoured; `;`, `|`, `&` and parentheses end a word too. */
export function shellWords(text: string): ShellWord[] {
  const words: ShellWord[] = [];
  let start = -1;
  let quote = "";
  for (let at = 0; at <= text.length && words.length < maxWords; at++) {
    const character = text[at] ?? " ";
    if (quote !== "" && at < text.length) {
      if (character === "\\" && quote === '"') at++;
      else if (character === quote) quote = "";
      continue;
    }
    if (ends.includes(character)) {
      if (start !== -1) words.push({ start, end: Math.min(at, text.length) });
      start = -1;
      continue;
    }
    if (start === -1) start = at;
    if (character === '"' || character === "'" || character === "`") quote = character;
    if (character === "\\") at++;
  }
  return words;
}

/** A word of the filter line: its characters, and for each whether it stood in quotes and so is plain text. */
export interface FilterWord {
  text: string;
  quoted: readonly boolean[];
}

/** Splits at blanks outside of quotes; `\"` and `\\` stand for themselves in quotes. Never throws. */
export function splitWords(line: string): { words: FilterWord[]; openQuote: boolean } {
  const words: FilterWord[] = [];
  let text = "";
  let quoted: boolean[] = [];
  let inQuotes = false;
  const end = () => {
    if (text !== "") words.push({ text, quoted });
    text = "";
    quoted = [];
  };
  for (let at = 0; at < line.length; at++) {
    const character = line.charAt(at);
    if (character === '"') inQuotes = !inQuotes;
    else if (!inQuotes && /\s/.test(character)) end();
    else {
      const escaped = inQuotes && character === "\\" && /["\\]/.test(line.charAt(at + 1));
      if (escaped) at++;
      text += escaped ? line.charAt(at) : character;
      quoted.push(inQuotes);
    }
  }
  end();
  return { words, openQuote: inQuotes };
}

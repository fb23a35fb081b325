const ansiColours = ["black", "red", "green", "yellow", "blue", "magenta", "cyan", "white"] as const;
type AnsiColour = (typeof ansiColours)[number];

export interface AnsiPiece {
  text: string;
  colour: AnsiColour | undefined;
  bold: boolean;
}

// CSI … m: "select graphic rendition" (ECMA-48), by ESC [ or by the one character that stands for both.
const rendition = /(?:\p{Cc}\[|\u{9b})([\d;:]*)m/gu;

/** A text cut where its terminal colours change. Sequences that are no colours stay in: `plainText` takes them out. */
export function ansiPieces(text: string): AnsiPiece[] {
  const pieces: AnsiPiece[] = [];
  let now: Omit<AnsiPiece, "text"> = { colour: undefined, bold: false };
  let end = 0;
  const take = (to: number) => {
    if (to > end) pieces.push({ text: text.slice(end, to), ...now });
  };
  for (const found of text.matchAll(rendition)) {
    take(found.index);
    now = changed(now, found[1] ?? "");
    end = found.index + found[0].length;
  }
  take(text.length);
  return pieces;
}

function changed(before: Omit<AnsiPiece, "text">, codes: string): Omit<AnsiPiece, "text"> {
  let { colour, bold } = before;
  const numbers = codes.split(/[;:]/).map(Number);
  for (let at = 0; at < numbers.length; at++) {
    const code = numbers[at] ?? 0;
    if (code === 0) {
      colour = undefined;
      bold = false;
    } else if (code === 1) bold = true;
    else if (code === 22) bold = false;
    else if (code >= 30 && code <= 37) colour = ansiColours[code - 30];
    else if (code >= 90 && code <= 97) colour = ansiColours[code - 90];
    else if (code === 39) colour = undefined;
    else if (code === 38 || code === 48) {
      // Of a palette (5;n) or of three amounts (2;r;g;b): the first 16 have names, others are left as text.
      const indexed = numbers[at + 1] === 5;
      if (code === 38) colour = indexed ? ansiColours[paletteIndex(numbers[at + 2])] : undefined;
      at += indexed ? 2 : 4;
    }
  }
  return { colour, bold };
}

function paletteIndex(index: number | undefined): number {
  return index === undefined || index > 15 ? -1 : index % 8;
}

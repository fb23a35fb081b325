import type { ReactNode } from "react";
import { Marked } from "../../parts/marked.tsx";
import { plainText } from "../../plain/plain-text.ts";
import { ansiPieces } from "./ansi-pieces.ts";
import { hitRanges } from "./hit-terms.ts";
import { useLogLook } from "./log-look.ts";
import styles from "./message.module.css";

/** Captured text, inert: terminal colours as classes of the theme, what was searched for marked. */
export function LogText({ text }: { text: string }) {
  const { colours, terms } = useLogLook();
  const pieces = (colours ? ansiPieces(text) : [{ text, colour: undefined, bold: false }]).map((piece) => ({
    ...piece,
    text: plainText(piece.text),
  }));
  const hits = hitRanges(pieces.map((piece) => piece.text).join(""), terms);
  const shown: ReactNode[] = [];
  let start = 0;
  for (const { text: piece, colour, bold } of pieces) {
    const content = <Pieces text={piece} start={start} hits={hits} />;
    shown.push(
      colour || bold ? (
        <span key={start} className={styles.ansi} data-colour={colour} data-bold={bold}>
          {content}
        </span>
      ) : (
        <span key={start}>{content}</span>
      ),
    );
    start += piece.length;
  }
  return shown;
}

interface PiecesProps {
  text: string;
  /** Where the text begins in what `hits` count in. */
  start: number;
  hits: readonly { from: number; to: number }[];
}

function Pieces({ text, start, hits }: PiecesProps) {
  const shown: ReactNode[] = [];
  let end = 0;
  for (const hit of hits) {
    const from = Math.max(end, hit.from - start);
    const to = Math.min(text.length, hit.to - start);
    if (to <= from) continue;
    if (from > end) shown.push(<Marked key={end} text={text.slice(end, from)} />);
    shown.push(
      <mark key={`hit ${from}`} className={styles.hit}>
        {text.slice(from, to)}
      </mark>,
    );
    end = to;
  }
  if (end < text.length) shown.push(<Marked key={end} text={text.slice(end)} />);
  return shown;
}

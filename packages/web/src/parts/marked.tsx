import { redactionMark } from "@kubin/schema";
import type { ReactNode } from "react";
import { plainText } from "../plain/plain-text.ts";
import { redactionTexts } from "../texts/redaction.ts";
import styles from "./marked.module.css";

/** Of a mark's 20 digits so many are seen: enough to tell neighbours apart. */
const shownDigits = 4;

/** Captured text, inert. Marks of what was taken out are short to the eye and whole when they are copied. */
export function Marked({ text }: { text: string }) {
  const inert = plainText(text);
  if (!inert.includes("‹redacted:")) return inert;
  const pieces: ReactNode[] = [];
  let end = 0;
  for (const found of inert.matchAll(redactionMark)) {
    pieces.push(inert.slice(end, found.index));
    pieces.push(<Mark key={found.index} rule={found[1] ?? ""} hash={found[2] ?? ""} bytes={found[3]} />);
    end = found.index + found[0].length;
  }
  return [...pieces, inert.slice(end)];
}

function Mark({ rule, hash, bytes }: { rule: string; hash: string; bytes: string | undefined }) {
  return (
    <span className={styles.mark} title={redactionTexts.why(rule)}>
      {`‹redacted:${rule}`}
      {hash !== "" && `:${hash.slice(0, shownDigits)}`}
      <span className={styles.rest} aria-hidden>
        {hash.slice(shownDigits)}
      </span>
      {bytes !== undefined && `:${bytes} bytes`}›
    </span>
  );
}

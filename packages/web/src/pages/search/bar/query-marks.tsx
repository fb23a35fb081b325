import type { Ref } from "react";
import styles from "./query-field.module.css";

interface QueryMarksProps {
  text: string;
  problem: { from: number; to: number } | undefined;
  /** Where the list of offers begins. */
  anchorAt: number;
  anchor: Ref<HTMLSpanElement>;
  ref: Ref<HTMLDivElement>;
}

/** Behind the field, letter for letter: a line under what cannot be read, and where a list of offers hangs. */
export function QueryMarks({ text, problem, anchorAt, anchor, ref }: QueryMarksProps) {
  return (
    <div ref={ref} className={styles.marks} aria-hidden>
      <span className={styles.measure}>
        {text.slice(0, anchorAt)}
        <span ref={anchor} />
      </span>
      {problem && (
        <>
          {text.slice(0, problem.from)}
          <mark>{text.slice(problem.from, problem.to) || " "}</mark>
        </>
      )}
    </div>
  );
}

import type { Remark as RemarkWords } from "@kubin/schema";
import { Marked } from "../../parts/marked.tsx";
import { Name } from "../../parts/name.tsx";
import { overviewTexts } from "../../texts/overview.ts";
import styles from "./remark.module.css";

/** What the person who captured says to whoever opens it. */
export function Remark({ remark: { note, labels = {} } }: { remark: RemarkWords }) {
  const pairs = Object.entries(labels);
  return (
    <section className={styles.remark} aria-label={overviewTexts.remark}>
      {note !== undefined && (
        <p className={styles.note}>
          <Marked text={note} />
        </p>
      )}
      {pairs.length > 0 && (
        <ul className={styles.labels}>
          {pairs.map(([key, value]) => (
            <li key={key}>
              <Name text={`${key}=${value}`} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

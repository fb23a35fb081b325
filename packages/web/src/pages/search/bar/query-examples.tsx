import { logTexts } from "../../../texts/logs.ts";
import styles from "./query-bar.module.css";

/** The language by example; a click asks. */
export function QueryExamples({ onChoose }: { onChoose: (query: string) => void }) {
  return (
    <ul className={styles.examples} aria-label={logTexts.examples}>
      {logTexts.exampleList.map(([query, meaning]) => (
        <li key={query}>
          <button type="button" onClick={() => onChoose(query)}>
            {query}
          </button>{" "}
          {meaning}
        </li>
      ))}
    </ul>
  );
}

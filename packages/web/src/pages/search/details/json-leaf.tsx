import { LogText } from "../../../logs/message/log-text.tsx";
import styles from "./json-tree.module.css";
import { ExactNumber } from "./parse-json.ts";

const shownLetters = 4_000;

/** A name and a value that has nothing in it; undefined for a name alone. */
export function JsonLeaf({ name, value }: { name: string | undefined; value: unknown }) {
  const text = textOf(value);
  return (
    <span className={styles.leaf}>
      {name !== undefined && (
        <span className={styles.name}>
          <LogText text={name.slice(0, shownLetters)} />:{" "}
        </span>
      )}
      {text !== "" && (
        <span className={styles.value} data-type={typeof value === "string" ? "text" : "other"}>
          <LogText text={text.length > shownLetters ? `${text.slice(0, shownLetters)}…` : text} />
        </span>
      )}
    </span>
  );
}

function textOf(value: unknown): string {
  if (value === undefined) return "";
  return value instanceof ExactNumber ? value.text : JSON.stringify(value);
}

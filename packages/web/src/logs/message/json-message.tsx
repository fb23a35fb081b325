import type { JsonLine } from "./json-line.ts";
import { LogText } from "./log-text.tsx";
import styles from "./message.module.css";

/** More would be a wall of text: the rest is in the line's details. */
const shownFields = 12;
const shownLetters = 300;

/** A JSON line as one reads it: what it says, then its other fields, quiet. */
export function JsonMessage({ line }: { line: JsonLine }) {
  const { message, rest } = line;
  return (
    <>
      {message && <LogText text={message.slice(0, 4_000)} />}
      {rest.slice(0, shownFields).map(({ name, value }) => (
        <span key={name} className={styles.field}>
          {" "}
          <span className={styles.name}>
            <LogText text={name.slice(0, shownLetters)} />=
          </span>
          <LogText text={value.length > shownLetters ? `${value.slice(0, shownLetters)}…` : value} />
        </span>
      ))}
      {rest.length > shownFields && <span className={styles.field}> …</span>}
    </>
  );
}

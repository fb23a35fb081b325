import { plainText } from "../plain/plain-text.ts";
import styles from "./palette.module.css";

/** Captured text, inert, with the part that was looked for marked. */
export function MarkedMatch({ text, match }: { text: string; match: string }) {
  const inert = plainText(text);
  const at = match === "" ? -1 : inert.toLowerCase().indexOf(match.toLowerCase());
  if (at < 0) return <bdi>{inert}</bdi>;
  const end = at + match.length;
  return (
    <bdi>
      {inert.slice(0, at)}
      <mark className={styles.match}>{inert.slice(at, end)}</mark>
      {inert.slice(end)}
    </bdi>
  );
}

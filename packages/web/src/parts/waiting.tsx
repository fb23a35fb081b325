import { Loader } from "@mantine/core";
import { frameTexts } from "../texts/frame.ts";
import { useLater } from "./use-later.ts";
import styles from "./waiting.module.css";

/** Nothing for 300 ms, so that what is quick does not flicker; then a spinner; words after 3 s. */
export function Waiting() {
  const spinning = useLater(300);
  const talking = useLater(3_000);
  return (
    <div className={styles.waiting} role="status" aria-live="polite">
      {spinning && <Loader size="sm" aria-label={frameTexts.loading} />}
      {talking && <p>{frameTexts.stillLoading}</p>}
    </div>
  );
}

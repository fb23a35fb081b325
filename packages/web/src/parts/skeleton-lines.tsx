import { Skeleton } from "@mantine/core";
import { frameTexts } from "../texts/frame.ts";
import styles from "./skeleton-lines.module.css";
import { useLater } from "./use-later.ts";

const widths = ["72%", "58%", "81%", "64%", "76%", "49%", "69%", "61%"];

/** The shape of rows to come, from 300 ms on; words below it after 3 s. */
export function SkeletonLines({ count = 8 }: { count?: number }) {
  const shown = useLater(300);
  const talking = useLater(3_000);
  return (
    <div className={styles.lines} role="status" aria-label={frameTexts.loading}>
      {shown && widths.slice(0, count).map((width) => <Skeleton key={width} height={12} width={width} />)}
      {talking && <p className={styles.words}>{frameTexts.stillLoading}</p>}
    </div>
  );
}

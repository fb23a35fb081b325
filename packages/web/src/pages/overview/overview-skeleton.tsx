import { Skeleton } from "@mantine/core";
import { useLater } from "../../parts/use-later.ts";
import { Waiting } from "../../parts/waiting.tsx";
import { frameTexts } from "../../texts/frame.ts";
import styles from "./overview-page.module.css";

/** The shape of the overview until it is there: nothing for 300 ms, words after 3 s. */
export function OverviewSkeleton() {
  const shown = useLater(300);
  const talking = useLater(3_000);
  return (
    <div className={styles.page} role="status" aria-label={frameTexts.loading}>
      {shown && <Skeleton height={23} width="min(640px, 90%)" />}
      {shown && <Skeleton height={160} />}
      {shown && <Skeleton height={170} />}
      {talking && <Waiting />}
    </div>
  );
}

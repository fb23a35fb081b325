import type { TroubledItem } from "@kubin/schema";
import { useSnapshot } from "../../data/snapshot-context.ts";
import { countText } from "../../plain/count-text.ts";
import { overviewTexts } from "../../texts/overview.ts";
import { ageAt } from "../../times/age-at.ts";
import { asOf } from "../../times/as-of.ts";
import { useTimes } from "../../times/use-times.ts";
import styles from "./troubled-panel.module.css";

/** How often it restarted and when last, since when it is in trouble, how old it is. */
export function TroubledFacts({ item }: { item: TroubledItem }) {
  const captured = asOf(useSnapshot().snapshot);
  const times = useTimes();
  const { restarts, lastRestartAt, since, createdAt } = item;
  // The reason of a pod that came back begins with how often it did.
  const isTold = item.reason.includes(`${restarts} restart`);
  const hint = [
    since && overviewTexts.since(times.text(since, "seconds")),
    createdAt && overviewTexts.created(times.text(createdAt, "seconds")),
  ]
    .filter(Boolean)
    .join("\n");
  return (
    <>
      <span className={styles.restarts}>
        {restarts > 0 && !isTold && overviewTexts.restarts(restarts, countText(restarts))}
        {restarts > 0 && !isTold && lastRestartAt && ", "}
        {restarts > 0 && lastRestartAt && (
          <time dateTime={lastRestartAt} title={times.hint(lastRestartAt)}>
            {(isTold ? overviewTexts.lastRestartAlone : overviewTexts.lastRestart)(ageAt(lastRestartAt, captured))}
          </time>
        )}
      </span>
      <span className={styles.since} title={hint || undefined}>
        {since ? (
          <time dateTime={since}>{overviewTexts.sinceFor(ageAt(since, captured))}</time>
        ) : (
          createdAt && <time dateTime={createdAt}>{overviewTexts.old(ageAt(createdAt, captured))}</time>
        )}
        {since && createdAt && ageAt(createdAt, captured) !== ageAt(since, captured) && (
          <span className={styles.old}>{overviewTexts.old(ageAt(createdAt, captured))}</span>
        )}
      </span>
    </>
  );
}

import type { TroubledItem } from "@kubin/schema";
import { useSnapshot } from "../../data/snapshot-context.ts";
import { countText } from "../../plain/count-text.ts";
import { overviewTexts } from "../../texts/overview.ts";
import { ageAt } from "../../times/age-at.ts";
import { useTimes } from "../../times/use-times.ts";
import styles from "./troubled-panel.module.css";

/**
 * How often it restarted and when last, since when it is in trouble, how old it is. Where the time of the capture is not
 * known, times are told themselves: "for 3 days" would count days that nobody has seen.
 */
export function TroubledFacts({ item }: { item: TroubledItem }) {
  const { capturedAt } = useSnapshot().snapshot;
  const times = useTimes();
  const { restarts, lastRestartAt, since, createdAt } = item;
  const age = capturedAt && createdAt && overviewTexts.old(ageAt(createdAt, capturedAt));
  const duration = capturedAt && since && overviewTexts.sinceFor(ageAt(since, capturedAt));
  const isNew = capturedAt && since && createdAt && ageAt(since, capturedAt) === ageAt(createdAt, capturedAt);
  const hint = [
    since && overviewTexts.since(times.text(since, "seconds")),
    createdAt && overviewTexts.created(times.text(createdAt, "seconds")),
  ]
    .filter(Boolean)
    .join("\n");
  return (
    <>
      <span className={styles.restarts}>
        <Restarts item={item} />
        {restarts > 0 && lastRestartAt && <LastRestart at={lastRestartAt} isAlone={isTold(item)} />}
      </span>
      <span className={styles.since} title={hint || undefined}>
        {since && <time dateTime={since}>{duration || overviewTexts.sinceOn(times.text(since))}</time>}
        {since && age && !isNew && <span className={styles.old}>{age}</span>}
        {!since && createdAt && <time dateTime={createdAt}>{age || overviewTexts.created(times.text(createdAt))}</time>}
      </span>
    </>
  );
}

/** The reason of a pod that came back begins with how often it did. */
function isTold({ reason, restarts }: TroubledItem): boolean {
  return reason.includes(`${restarts} restart`);
}

function Restarts({ item }: { item: TroubledItem }) {
  const { restarts, lastRestartAt } = item;
  if (restarts === 0 || isTold(item)) return null;
  return `${overviewTexts.restarts(restarts, countText(restarts))}${lastRestartAt ? ", " : ""}`;
}

function LastRestart({ at, isAlone }: { at: string; isAlone: boolean }) {
  const { capturedAt } = useSnapshot().snapshot;
  const times = useTimes();
  const write = isAlone ? overviewTexts.lastRestartAlone : overviewTexts.lastRestart;
  return (
    <time dateTime={at} title={times.hint(at)}>
      {capturedAt ? write(ageAt(at, capturedAt)) : overviewTexts.lastRestartOn(times.text(at))}
    </time>
  );
}

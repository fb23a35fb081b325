import { type Snapshot, titleOf } from "@kubin/schema";
import { IconAlertTriangleFilled, IconCircleCheck, IconCircleXFilled, IconLoader2 } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { isLive } from "../../data/is-live.ts";
import { Name } from "../../parts/name.tsx";
import { countText } from "../../plain/count-text.ts";
import { plainText } from "../../plain/plain-text.ts";
import { frameTexts } from "../../texts/frame.ts";
import { snapshotsTexts } from "../../texts/snapshots.ts";
import { stateWords } from "../../texts/states.ts";
import { timeAgo } from "../../times/time-ago.ts";
import { timeLeft } from "../../times/time-left.ts";
import { useTimes } from "../../times/use-times.ts";
import styles from "./snapshot-item.module.css";

/** One snapshot: which cluster, as of when, its state, how much it holds, and until when. */
export function SnapshotItem({ snapshot, nowMs }: { snapshot: Snapshot; nowMs: number }) {
  const { cluster, counts, state } = snapshot;
  const title = titleOf(snapshot);
  const aside = title === snapshot.name ? cluster?.name : snapshot.name;
  const times = useTimes();
  const tone = state === "FAILED" ? "failed" : snapshot.partial ? "partial" : isLive(state) ? "live" : "fine";
  const Icon = {
    failed: IconCircleXFilled,
    partial: IconAlertTriangleFilled,
    live: IconLoader2,
    fine: IconCircleCheck,
  }[tone];
  return (
    <li className={styles.item}>
      <div className={styles.main}>
        <Link to="/snapshots/$id" params={{ id: snapshot.id }} className={styles.name}>
          <Name text={title} />
        </Link>
        {aside && (
          <span className={styles.file}>
            <Name text={aside} />
          </span>
        )}
        {snapshot.failure && <p className={styles.failure}>{plainText(snapshot.failure)}</p>}
      </div>
      <span className={styles.state} data-tone={tone}>
        <Icon size={14} aria-hidden /> {stateWords[state]}
        {snapshot.partial && `, ${frameTexts.partial}`}
      </span>
      <span className={styles.facts}>
        {snapshotsTexts.objects(counts.objects, countText(counts.objects))}
        {" · "}
        {snapshotsTexts.logs(counts.logStreams, countText(counts.logStreams))}
        {snapshot.gaps > 0 && ` · ${frameTexts.gaps(snapshot.gaps, countText(snapshot.gaps))}`}
      </span>
      <span className={styles.facts}>
        {snapshot.capturedAt && (
          <time dateTime={snapshot.capturedAt} title={times.hint(snapshot.capturedAt)}>
            {snapshotsTexts.captured(times.text(snapshot.capturedAt))}
          </time>
        )}
      </span>
      <span className={styles.facts}>
        <time dateTime={snapshot.createdAt} title={times.hint(snapshot.createdAt)}>
          {snapshotsTexts.uploaded(timeAgo(snapshot.createdAt, nowMs))}
        </time>
        {" · "}
        <time dateTime={snapshot.expiresAt} title={times.hint(snapshot.expiresAt)}>
          {frameTexts.expires(timeLeft(snapshot.expiresAt, nowMs))}
        </time>
      </span>
    </li>
  );
}

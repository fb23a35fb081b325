import { IconAlertTriangle, IconChevronRight } from "@tabler/icons-react";
import { useState } from "react";
import { useSnapshot } from "../data/snapshot-context.ts";
import { PlaceLink } from "../place/place-link.tsx";
import { countText } from "../plain/count-text.ts";
import { frameTexts } from "../texts/frame.ts";
import { timeLeft } from "../times/time-left.ts";
import { useTimes } from "../times/use-times.ts";
import styles from "./snapshot-line.module.css";

/** Which cluster, as of when, until when, and how much is missing. */
export function SnapshotLine() {
  const { snapshot } = useSnapshot();
  const times = useTimes();
  const [nowMs] = useState(Date.now);
  const name = snapshot.cluster?.name ?? snapshot.name;
  const at = snapshot.capturedAt ?? snapshot.createdAt;
  const when = times.text(at);
  return (
    <div className={styles.line}>
      <IconChevronRight size={14} aria-hidden className={styles.chevron} />
      <PlaceLink className={styles.cluster} place={{ page: "overview" }} title={`${name}\n${snapshot.name}`}>
        {name || frameTexts.unnamedCluster}
      </PlaceLink>
      {snapshot.kubernetesVersion && <span className={styles.version}>{snapshot.kubernetesVersion}</span>}
      <time className={styles.when} dateTime={at} title={times.hint(at)}>
        {snapshot.capturedAt ? frameTexts.captured(when) : frameTexts.uploaded(when)}
      </time>
      <time className={styles.expiry} dateTime={snapshot.expiresAt} title={times.hint(snapshot.expiresAt)}>
        {frameTexts.expires(timeLeft(snapshot.expiresAt, nowMs))}
      </time>
      {snapshot.partial && (
        <span className={styles.partial} title={frameTexts.partialHint}>
          {frameTexts.partial}
        </span>
      )}
      {snapshot.gaps > 0 && (
        <PlaceLink className={styles.gaps} place={{ page: "coverage" }} title={frameTexts.gapsHint}>
          <IconAlertTriangle size={13} aria-hidden /> {frameTexts.gaps(snapshot.gaps, countText(snapshot.gaps))}
        </PlaceLink>
      )}
    </div>
  );
}

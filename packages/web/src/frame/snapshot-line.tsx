import { titleOf } from "@kubin/schema";
import { IconAlertTriangle, IconChevronRight, IconClockExclamation, IconInfoCircle } from "@tabler/icons-react";
import { useState } from "react";
import { useSnapshot } from "../data/snapshot-context.ts";
import { Name } from "../parts/name.tsx";
import { PopPanel } from "../parts/pop-panel.tsx";
import { PlaceLink } from "../place/place-link.tsx";
import { countText } from "../plain/count-text.ts";
import { frameTexts } from "../texts/frame.ts";
import { timeLeft } from "../times/time-left.ts";
import { useNow } from "../times/use-now.ts";
import { useTimes } from "../times/use-times.ts";
import { SnapshotDetails } from "./snapshot-details.tsx";
import styles from "./snapshot-line.module.css";

const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;

/** Which cluster this is, as of when, until when, and how much is missing. All of it under the time. */
export function SnapshotLine() {
  const { snapshot } = useSnapshot();
  const times = useTimes();
  const nowMs = useNow(minuteMs);
  const [open, setOpen] = useState(false);
  const name = titleOf(snapshot) || frameTexts.unnamedCluster;
  const at = snapshot.capturedAt ?? snapshot.createdAt;
  const when = times.text(at);
  const isSoon = Date.parse(snapshot.expiresAt) - nowMs < dayMs;
  return (
    <div className={styles.line}>
      <IconChevronRight size={14} aria-hidden className={styles.chevron} />
      <PlaceLink className={styles.cluster} place={{ page: "overview" }} title={`${name}\n${snapshot.name}`}>
        <Name text={name} />
      </PlaceLink>
      {snapshot.kubernetesVersion && (
        <span className={styles.version}>
          <Name text={snapshot.kubernetesVersion} />
        </span>
      )}
      <PopPanel
        label={frameTexts.details}
        className={styles.when}
        title={times.hint(at)}
        open={open}
        onOpen={setOpen}
        button={
          <span className={styles.words}>
            <span>
              <span className={styles.verb}>{snapshot.capturedAt ? frameTexts.captured : frameTexts.uploaded} </span>
              {when}
            </span>
            <span className={styles.asOf}>{frameTexts.asOf}</span>
            <IconInfoCircle size={13} aria-hidden />
          </span>
        }
      >
        <SnapshotDetails snapshot={snapshot} nowMs={nowMs} />
      </PopPanel>
      <time
        className={styles.expiry}
        data-soon={isSoon}
        dateTime={snapshot.expiresAt}
        title={times.hint(snapshot.expiresAt)}
      >
        {isSoon && <IconClockExclamation size={13} aria-hidden />}
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

import type { Snapshot } from "@kubin/schema";
import type { ReactNode } from "react";
import { Name } from "../parts/name.tsx";
import { PlaceLink } from "../place/place-link.tsx";
import { countText } from "../plain/count-text.ts";
import { frameTexts } from "../texts/frame.ts";
import { timeLeft } from "../times/time-left.ts";
import { useTimes } from "../times/use-times.ts";
import styles from "./snapshot-details.module.css";

/** All that is known about the snapshot itself. */
export function SnapshotDetails({ snapshot, nowMs }: { snapshot: Snapshot; nowMs: number }) {
  const times = useTimes();
  const { counts } = snapshot;
  const gaps = frameTexts.gaps(snapshot.gaps, countText(snapshot.gaps));
  return (
    <dl className={styles.details}>
      {snapshot.cluster && (
        <Detail name={frameTexts.cluster}>
          <Name text={snapshot.cluster.name} />
        </Detail>
      )}
      <Detail name={frameTexts.snapshot}>
        <Name text={snapshot.name} />
      </Detail>
      {snapshot.kubernetesVersion && (
        <Detail name={frameTexts.kubernetes}>
          <Name text={snapshot.kubernetesVersion} />
        </Detail>
      )}
      {snapshot.capturedAt && (
        <Detail name={frameTexts.capturedAt}>
          {times.text(snapshot.capturedAt, "seconds")}
          <div className={styles.aside}>{frameTexts.asOfWhy}</div>
        </Detail>
      )}
      <Detail name={frameTexts.uploadedAt}>{times.text(snapshot.createdAt, "seconds")}</Detail>
      <Detail name={frameTexts.expiresAt}>
        {times.text(snapshot.expiresAt)}, {timeLeft(snapshot.expiresAt, nowMs)}
      </Detail>
      <Detail name={frameTexts.layout}>
        <Name text={snapshot.layout} />
      </Detail>
      <Detail name={frameTexts.holds}>
        {frameTexts.holdsWhat({
          objects: countText(counts.objects),
          types: countText(counts.types),
          namespaces: countText(counts.namespaces),
          lines: countText(counts.logLines),
        })}
      </Detail>
      <Detail name={frameTexts.coverage}>
        <PlaceLink place={{ page: "coverage" }}>{snapshot.gaps > 0 ? gaps : frameTexts.noGaps}</PlaceLink>
        {snapshot.partial && <div className={styles.aside}>{frameTexts.partialHint}</div>}
      </Detail>
    </dl>
  );
}

function Detail({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

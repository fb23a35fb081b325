import { shortReason } from "@kubin/kubernetes";
import type { Timeline, TroubledItem } from "@kubin/schema";
import { HealthMark } from "../../parts/health-mark.tsx";
import { Name } from "../../parts/name.tsx";
import { PlaceLink } from "../../place/place-link.tsx";
import { countText } from "../../plain/count-text.ts";
import { plainText } from "../../plain/plain-text.ts";
import { overviewTexts } from "../../texts/overview.ts";
import { MomentsStrip } from "./moments-strip.tsx";
import { TroubledFacts } from "./troubled-facts.tsx";
import styles from "./troubled-panel.module.css";

interface TroubledRowProps {
  item: TroubledItem;
  /** The time axis of the page, once it is known. */
  axis: Pick<Timeline, "from" | "to"> | undefined;
}

/** One thing in trouble: which, why, since when, how often, and the ways deeper. */
export function TroubledRow({ item, axis }: TroubledRowProps) {
  const { group, plural, namespace, name, kind, health, log } = item;
  const object = { group, plural, namespace, name };
  const short = plainText(shortReason(item.reason));
  const whole = plainText(item.reason);
  return (
    <li className={styles.row}>
      <span className={styles.mark}>
        <HealthMark health={health} />
      </span>
      <span className={styles.name}>
        <PlaceLink place={{ page: "object", ...object }}>
          <Name text={namespace ? `${namespace}/${name}` : name} />
        </PlaceLink>{" "}
        <span className={styles.kind}>
          {item.count > 1 ? overviewTexts.podsOfKind(kind, countText(item.count)) : kind}
        </span>
      </span>
      <span className={styles.reason} title={whole === short ? undefined : whole}>
        {short}
      </span>
      <span className={styles.strip}>{axis && <MomentsStrip moments={item.moments ?? []} axis={axis} />}</span>
      <TroubledFacts item={item} />
      <span className={styles.links}>
        {log && (
          <PlaceLink
            place={{ page: "object-logs", ...object, search: log.source === "previous" ? { logp: "1" } : {} }}
            label={log.source === "previous" ? overviewTexts.previousLogsOf(name) : overviewTexts.logsOf(name)}
          >
            {overviewTexts.logs}
          </PlaceLink>
        )}
      </span>
    </li>
  );
}

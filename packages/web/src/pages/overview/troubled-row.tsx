import type { TroubledItem } from "@kubin/schema";
import { Age } from "../../parts/age.tsx";
import { HealthMark } from "../../parts/health-mark.tsx";
import { Name } from "../../parts/name.tsx";
import { PlaceLink } from "../../place/place-link.tsx";
import { countText } from "../../plain/count-text.ts";
import { plainText } from "../../plain/plain-text.ts";
import { overviewTexts } from "../../texts/overview.ts";
import styles from "./troubled-panel.module.css";

/** One thing in trouble: which, why, how often, and the log that most likely tells more. */
export function TroubledRow({ item }: { item: TroubledItem }) {
  const { group, plural, namespace, name, kind, health, log } = item;
  return (
    <li className={styles.row}>
      <span className={styles.mark}>
        <HealthMark health={health} />
      </span>
      <span className={styles.name}>
        <PlaceLink place={{ page: "object", group, plural, namespace, name }}>
          <Name text={namespace ? `${namespace}/${name}` : name} />
        </PlaceLink>
        <span className={styles.kind}>
          {item.count > 1 ? overviewTexts.manyOfKind(kind, countText(item.count)) : kind}
        </span>
      </span>
      <span className={styles.reason}>{plainText(item.reason)}</span>
      <span className={styles.facts}>
        {item.restarts > 0 && overviewTexts.restarts(item.restarts, countText(item.restarts))}
        {item.restarts > 0 && item.createdAt && " · "}
        {item.createdAt && <Age at={item.createdAt} />}
      </span>
      <span className={styles.link}>
        {log ? (
          <PlaceLink
            place={{ page: "stream", ...log, search: { line: "last" } }}
            label={overviewTexts.logOf(log.pod, log.container)}
          >
            {log.source === "previous" ? overviewTexts.previousLog : overviewTexts.log}
          </PlaceLink>
        ) : (
          <PlaceLink place={{ page: "object", group, plural, namespace, name }} label={overviewTexts.whyOf(name)}>
            {overviewTexts.why}
          </PlaceLink>
        )}
      </span>
    </li>
  );
}

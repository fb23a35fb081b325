import type { RelatedObject } from "@kubin/schema";
import { cellText } from "../../object/cell-of.ts";
import { Age } from "../../parts/age.tsx";
import { HealthMark } from "../../parts/health-mark.tsx";
import { plainText } from "../../plain/plain-text.ts";
import { objectTexts } from "../../texts/object.ts";
import { ObjectLink } from "./object-link.tsx";
import styles from "./related-tab.module.css";

/** `home` is the namespace that need not be said. Health, kind, name, what its list shows first of it, age; the reason below where there is trouble. */
export function RelatedRow({ object, home }: { object: RelatedObject; home: string }) {
  const { namespace, name, kind, captured, health, reason, createdAt } = object;
  const state = ["Ready", "Status", "Type"].flatMap((column) => {
    const text = cellText(object, column);
    if (text === "") return [];
    // A bare number does not say what it counts.
    return /^\d+$/.test(text) ? objectTexts.amountOf(text, column) : text;
  });
  return (
    <>
      <span className={styles.mark}>{captured && health !== "unknown" && <HealthMark health={health} />}</span>
      <span className={styles.kind}>{plainText(kind)}</span>
      <ObjectLink object={object} text={namespace && namespace !== home ? `${namespace}/${name}` : name} />
      <span className={styles.state}>{state.map(plainText).join(" · ")}</span>
      <span className={styles.age}>
        <Age at={createdAt} />
      </span>
      {reason && <span className={styles.reason}>{plainText(reason)}</span>}
    </>
  );
}

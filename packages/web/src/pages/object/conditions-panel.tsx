import { conditionsOf } from "../../object/conditions-of.ts";
import type { Json } from "../../object/read-json.ts";
import { Age } from "../../parts/age.tsx";
import { HealthMark } from "../../parts/health-mark.tsx";
import { Panel } from "../../parts/panel.tsx";
import { SmallTable } from "../../parts/small-table.tsx";
import { plainText } from "../../plain/plain-text.ts";
import { objectTexts } from "../../texts/object.ts";
import styles from "./conditions-panel.module.css";

const ranks = { failing: 0, warning: 1, unknown: 2, ok: 3 } as const;

/** `status.conditions`, what is wrong first, what is good quiet; nothing where the object has none. */
export function ConditionsPanel({ object }: { object: Json }) {
  const conditions = conditionsOf(object).sort((a, b) => ranks[a.health] - ranks[b.health]);
  if (conditions.length === 0) return null;
  return (
    <Panel flush title={objectTexts.conditions}>
      <SmallTable
        label={objectTexts.conditions}
        columns={[
          { name: objectTexts.condition },
          { name: objectTexts.status },
          { name: objectTexts.message },
          { name: objectTexts.since, align: "right" },
        ]}
        rows={conditions.map(({ type, status, reason, message, since, health }, at) => {
          const className = health === "failing" || health === "warning" ? undefined : styles.quiet;
          return {
            key: `${at} ${type}`,
            cells: [
              <span key="type" className={`${styles.type} ${className ?? ""}`}>
                <HealthMark health={health} /> {plainText(type)}
              </span>,
              <span key="status" className={className}>
                {plainText(status)}
              </span>,
              <div key="message" className={`${styles.message} ${className ?? ""}`}>
                {reason && <span className={styles.reason}>{plainText(reason)}</span>}
                {reason && message && ": "}
                {plainText(message)}
              </div>,
              <Age key="since" at={since} />,
            ],
          };
        })}
      />
    </Panel>
  );
}

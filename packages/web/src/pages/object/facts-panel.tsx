import type { ResourceDetail } from "@kubin/schema";
import { Panel } from "../../parts/panel.tsx";
import { objectTexts } from "../../texts/object.ts";
import { factsOf } from "./facts-of.tsx";
import styles from "./facts-panel.module.css";

/** What kubectl shows of it, and who it belongs to. */
export function FactsPanel({ detail }: { detail: ResourceDetail }) {
  return (
    <Panel title={objectTexts.facts}>
      <dl className={styles.facts}>
        {factsOf(detail).map(({ key, name, value }) => (
          <div key={key}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </Panel>
  );
}

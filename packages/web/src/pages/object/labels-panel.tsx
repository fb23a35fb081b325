import { type Json, textsAt } from "../../object/read-json.ts";
import { Name } from "../../parts/name.tsx";
import { Panel } from "../../parts/panel.tsx";
import { countText } from "../../plain/count-text.ts";
import { objectTexts } from "../../texts/object.ts";
import styles from "./labels-panel.module.css";
import { LongText } from "./long-text.tsx";

/** Labels, then annotations. */
export function LabelsPanel({ object }: { object: Json }) {
  const groups = [
    { title: objectTexts.labels, entries: textsAt(object, "metadata", "labels") },
    { title: objectTexts.annotations, entries: textsAt(object, "metadata", "annotations") },
  ];
  return (
    <div className={styles.groups}>
      {groups.map(({ title, entries }) => (
        <Panel key={title} title={title} aside={entries.length > 0 && countText(entries.length)}>
          {entries.length === 0 ? (
            <span className={styles.none}>{objectTexts.none}</span>
          ) : (
            <dl className={styles.list}>
              {entries.map(([name, value]) => (
                <div key={name}>
                  <dt>
                    <Name text={name} />
                  </dt>
                  <dd>
                    <LongText text={value} />
                  </dd>
                </div>
              ))}
            </dl>
          )}
        </Panel>
      ))}
    </div>
  );
}

import type { ResourceDetail } from "@kubin/schema";
import { textsAt } from "../../object/read-json.ts";
import { Panel } from "../../parts/panel.tsx";
import { PlaceLink } from "../../place/place-link.tsx";
import { countText } from "../../plain/count-text.ts";
import { plainText } from "../../plain/plain-text.ts";
import { objectTexts } from "../../texts/object.ts";
import { AnnotationsPanel } from "./annotations-panel.tsx";
import styles from "./labels-panel.module.css";

/** Labels (none, nothing), each the way to the list of those that share it, then annotations. */
export function LabelsPanel({ detail }: { detail: ResourceDetail }) {
  const { group, plural } = detail.row;
  const labels = textsAt(detail.object, "metadata", "labels");
  return (
    <div className={styles.groups}>
      {labels.length > 0 && (
        <Panel title={objectTexts.labels} aside={countText(labels.length)}>
          <ul className={styles.chips}>
            {labels.map(([name, value]) => (
              <li key={name}>
                <PlaceLink
                  className={styles.chip}
                  place={{ page: "list", group, plural, search: { q: `${name}=${value}` } }}
                  title={objectTexts.filterByLabel(`${name}=${value}`)}
                  current="none"
                >
                  <bdi>
                    <span className={styles.key}>{plainText(name)}</span>={plainText(value)}
                  </bdi>
                </PlaceLink>
              </li>
            ))}
          </ul>
        </Panel>
      )}
      <AnnotationsPanel object={detail.object} />
    </div>
  );
}

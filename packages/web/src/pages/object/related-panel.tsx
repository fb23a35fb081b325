import { Button } from "@mantine/core";
import { useState } from "react";
import type { RelatedGroup } from "../../object/related-groups.ts";
import { Panel } from "../../parts/panel.tsx";
import { countText } from "../../plain/count-text.ts";
import { objectTexts, relationTitles } from "../../texts/object.ts";
import { RelatedRow } from "./related-row.tsx";
import styles from "./related-tab.module.css";

/** Drawn at once; a node may have hundreds of pods. */
const shownAtMost = 60;

/** Objects that stand to this one in the same way. */
export function RelatedPanel({ group, home }: { group: RelatedGroup; home: string }) {
  const [all, setAll] = useState(false);
  const { key, objects } = group;
  const shown = all ? objects : objects.slice(0, shownAtMost);
  const more = objects.length - shown.length;
  return (
    <Panel flush title={relationTitles[key]} aside={countText(objects.length)}>
      <ul>
        {shown.map((one) => (
          <li key={`${one.kind}/${one.namespace}/${one.name}`} className={styles.row}>
            <RelatedRow object={one} home={home} />
          </li>
        ))}
      </ul>
      {more > 0 && (
        <div className={styles.more}>
          <Button variant="subtle" onClick={() => setAll(true)}>
            {objectTexts.more(countText(more))}
          </Button>
        </div>
      )}
    </Panel>
  );
}

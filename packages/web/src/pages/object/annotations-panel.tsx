import { Button } from "@mantine/core";
import { useState } from "react";
import { type Json, textsAt } from "../../object/read-json.ts";
import { Name } from "../../parts/name.tsx";
import { Panel } from "../../parts/panel.tsx";
import { countText } from "../../plain/count-text.ts";
import { objectTexts } from "../../texts/object.ts";
import styles from "./labels-panel.module.css";
import { LongText } from "./long-text.tsx";

const shownAtMost = 5;

/** Annotations, folded beyond a few; none, nothing. */
export function AnnotationsPanel({ object }: { object: Json }) {
  const [all, setAll] = useState(false);
  const entries = textsAt(object, "metadata", "annotations");
  if (entries.length === 0) return null;
  const folds = entries.length > shownAtMost + 1;
  const shown = folds && !all ? entries.slice(0, shownAtMost) : entries;
  return (
    <Panel title={objectTexts.annotations} aside={countText(entries.length)}>
      <dl className={styles.list}>
        {shown.map(([name, value]) => (
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
      {folds && (
        <Button variant="subtle" aria-expanded={all} mt={6} onClick={() => setAll(!all)}>
          {all ? objectTexts.showLess : objectTexts.moreAnnotations(countText(entries.length))}
        </Button>
      )}
    </Panel>
  );
}

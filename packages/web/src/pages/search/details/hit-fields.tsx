import type { LogLine } from "@kubin/schema";
import { useState } from "react";
import { Choice } from "../../../parts/choice.tsx";
import { ScrollRegion } from "../../../parts/scroll-region.tsx";
import { logTexts } from "../../../texts/logs.ts";
import { attributesOf, ownFields } from "../hits/line-fields.ts";
import styles from "./details.module.css";
import { FieldRow } from "./field-row.tsx";
import { JsonTree } from "./json-tree.tsx";
import { parseJson } from "./parse-json.ts";

const shownAtMost = 200;
const views = [
  { value: "fields", name: logTexts.fields },
  { value: "json", name: logTexts.json },
];

/** What a line holds: its fields as a table, and where it is JSON all of it as a tree. */
export function HitFields({ line }: { line: LogLine }) {
  const [view, setView] = useState("fields");
  const json = parseJson(line.message);
  const fields = [...attributesOf(line), ...ownFields(line)];
  return (
    <div className={styles.pane}>
      <div className={styles.paneHead}>
        {json ? (
          <Choice label={logTexts.fieldsView} value={view} options={views} onChange={setView} />
        ) : (
          <h2>{logTexts.fields}</h2>
        )}
      </div>
      <ScrollRegion className={styles.scroll} label={view === "json" ? logTexts.json : logTexts.fields}>
        {json && view === "json" ? (
          <JsonTree value={json.value} />
        ) : (
          <table className={styles.fields}>
            <tbody>
              {fields.slice(0, shownAtMost).map(({ name, value }) => (
                <FieldRow key={name} name={name} value={value} />
              ))}
            </tbody>
          </table>
        )}
      </ScrollRegion>
    </div>
  );
}

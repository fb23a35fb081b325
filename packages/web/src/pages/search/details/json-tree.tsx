import { useState } from "react";
import { logTexts } from "../../../texts/logs.ts";
import { JsonLeaf } from "./json-leaf.tsx";
import styles from "./json-tree.module.css";
import { ExactNumber } from "./parse-json.ts";

interface JsonTreeProps {
  value: unknown;
  /** How deep it stands in another one. */
  depth?: number;
  name?: string;
}

/** Deeper ones are shut until they are opened. */
const openTo = 2;
const step = 100;

/** A JSON value as a tree whose branches open and shut. */
export function JsonTree({ value, depth = 0, name }: JsonTreeProps) {
  const [open, setOpen] = useState(depth < openTo);
  const [shown, setShown] = useState(step);
  if (typeof value !== "object" || value === null || value instanceof ExactNumber)
    return <JsonLeaf name={name} value={value} />;
  const entries = Object.entries(value);
  const [begin, end] = Array.isArray(value) ? ["[", "]"] : ["{", "}"];
  if (entries.length === 0) return <JsonLeaf name={name} value={value} />;
  return (
    <details className={styles.branch} open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        <JsonLeaf name={name} value={undefined} />
        <span className={styles.sign}>{open ? begin : `${begin}…${end} ${logTexts.entries(entries.length)}`}</span>
      </summary>
      {open && (
        <div className={styles.entries}>
          {entries.slice(0, shown).map(([key, item]) => (
            <JsonTree key={key} name={key} value={item} depth={depth + 1} />
          ))}
          {entries.length > shown && (
            <button type="button" className={styles.more} onClick={() => setShown(shown + step)}>
              {logTexts.moreEntries(entries.length - shown)}
            </button>
          )}
        </div>
      )}
    </details>
  );
}

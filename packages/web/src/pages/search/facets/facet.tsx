import type { LogFacets } from "@kubin/schema";
import { IconX } from "@tabler/icons-react";
import { useState } from "react";
import { Name } from "../../../parts/name.tsx";
import { useSearch } from "../../../place/use-search.ts";
import { countText } from "../../../plain/count-text.ts";
import { logTexts } from "../../../texts/logs.ts";
import { useTermValues } from "../bar/use-term.ts";
import { toggledFacet } from "./facet-fields.ts";
import { FacetValue } from "./facet-value.tsx";
import styles from "./facets.module.css";

type FacetProps = LogFacets["facets"][number] & {
  removable: boolean;
  /** Values that are shown at first. */
  few: number;
  /** More values are wanted than came. */
  onLong: () => void;
};

/** One field: its values, those that the query names first even where no line has them. */
export function Facet({ field, values, others, without, removable, few, onLong }: FacetProps) {
  const [search, change] = useSearch();
  const [open, setOpen] = useState(true);
  const [long, setLong] = useState(false);
  const named = useTermValues(field).filter((value) => values.every((one) => one.value !== value));
  const shown = [...named.map((value) => ({ value, lines: 0 })), ...(long ? values : values.slice(0, few))];
  const most = Math.max(1, ...values.map(({ lines }) => lines));
  const rest = others - without + values.slice(shown.length - named.length).reduce((sum, { lines }) => sum + lines, 0);
  if (shown.length === 0 && !removable) return null;
  return (
    <section className={styles.facet}>
      <div className={styles.facetHead}>
        <h3>
          <button type="button" aria-expanded={open} onClick={() => setOpen(!open)}>
            <Name text={logTexts.fieldNames[field] ?? field} />
          </button>
        </h3>
        {removable && (
          <button
            type="button"
            className={styles.mini}
            aria-label={logTexts.takeFacetOut(field)}
            title={logTexts.takeFacetOut(field)}
            onClick={() => change(toggledFacet(search, field))}
          >
            <IconX size={12} aria-hidden />
          </button>
        )}
      </div>
      {open && (
        <>
          <ul>
            {shown.map(({ value, lines }) => (
              <FacetValue key={value} field={field} value={value} lines={lines} share={lines / most} />
            ))}
          </ul>
          {shown.length === 0 && <p className={styles.note}>{logTexts.noValues}</p>}
          {rest > 0 && (
            <button
              type="button"
              className={styles.more}
              disabled={long}
              onClick={() => {
                setLong(true);
                onLong();
              }}
            >
              {logTexts.otherValues(countText(rest))}
            </button>
          )}
          {without > 0 && shown.length > 0 && <p className={styles.note}>{logTexts.withoutIt(countText(without))}</p>}
        </>
      )}
    </section>
  );
}

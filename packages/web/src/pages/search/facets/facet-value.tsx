import { IconMinus } from "@tabler/icons-react";
import { Name } from "../../../parts/name.tsx";
import { countText } from "../../../plain/count-text.ts";
import { plainText } from "../../../plain/plain-text.ts";
import { logTexts } from "../../../texts/logs.ts";
import { useTerm } from "../bar/use-term.ts";
import styles from "./facets.module.css";

interface FacetValueProps {
  field: string;
  value: string;
  lines: number;
  /** Of the most frequent value of the field. */
  share: number;
}

const shownLetters = 200;

/** A value with its lines: a click asks for it, with Alt or by the minus for all but it; again takes that back. */
export function FacetValue({ field, value, lines, share }: FacetValueProps) {
  const { state, toggle } = useTerm({ field, value });
  const shown = value.slice(0, shownLetters);
  return (
    <li
      className={styles.value}
      data-state={state}
      data-field={field}
      data-value={field === "level" ? value : undefined}
    >
      <span className={styles.share} style={{ width: `${share * 100}%` }} />
      <button
        type="button"
        className={styles.choose}
        aria-pressed={state === "wanted"}
        title={plainText(shown)}
        onClick={(event) => toggle(event.altKey ? "unwanted" : "wanted")}
      >
        <span className={styles.name}>{value === "" ? logTexts.emptyValue : <Name text={shown} />}</span>
        <span className={styles.lines}>{countText(lines)}</span>
      </button>
      <button
        type="button"
        className={styles.mini}
        aria-pressed={state === "unwanted"}
        aria-label={logTexts.exclude(`${field}:${plainText(shown)}`)}
        title={logTexts.exclude(`${field}:${plainText(shown)}`)}
        onClick={() => toggle("unwanted")}
      >
        <IconMinus size={13} aria-hidden />
      </button>
    </li>
  );
}

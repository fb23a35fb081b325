import type { Health } from "@kubin/schema";
import { HealthMark } from "../../parts/health-mark.tsx";
import { useSearch } from "../../place/use-search.ts";
import { countText } from "../../plain/count-text.ts";
import { useTableKeys } from "../../table/use-table-keys.ts";
import { filterTexts } from "../../texts/filters.ts";
import styles from "./health-choice.module.css";
import { healthsOf, trouble } from "./list-search.ts";

const kept = ["failing", "warning"] as const;

/** Only what is in trouble (Ctrl-Z, as in k9s), or only one sort of it. */
export function HealthChoice({ counts }: { counts: Readonly<Record<"failing" | "warning", number>> }) {
  const [search, change] = useSearch();
  const chosen = healthsOf(search) ?? [];
  const only = chosen.join(",") === trouble;
  const toggleAll = () => change({ health: only ? "" : trouble });
  const toggle = (health: Health) => change({ health: chosen.join(",") === health ? "" : health });
  useTableKeys({ "ctrl+z": toggleAll });
  return (
    <fieldset className={styles.choice} aria-label={filterTexts.healthGroup}>
      <button type="button" aria-pressed={only} title={filterTexts.troubleKey} onClick={toggleAll}>
        {filterTexts.onlyTrouble}
      </button>
      {kept.map((health) => (
        <button
          key={health}
          type="button"
          aria-pressed={chosen.join(",") === health}
          aria-label={filterTexts.onlyHealth(health, countText(counts[health]))}
          title={filterTexts.onlyHealth(health, countText(counts[health]))}
          data-none={counts[health] === 0}
          onClick={() => toggle(health)}
        >
          <HealthMark health={health} />
          {countText(counts[health])}
        </button>
      ))}
    </fieldset>
  );
}

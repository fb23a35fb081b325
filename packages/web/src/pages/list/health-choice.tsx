import type { Health } from "@kubin/schema";
import { HealthMark } from "../../parts/health-mark.tsx";
import { useSearch } from "../../place/use-search.ts";
import { countText } from "../../plain/count-text.ts";
import { useTableKeys } from "../../table/use-table-keys.ts";
import { filterTexts } from "../../texts/filters.ts";
import styles from "./health-choice.module.css";
import { healthsOf, trouble } from "./list-search.ts";
import type { TroubleCounts } from "./rows/trouble-counts.ts";

const kept = ["failing", "warning"] as const;

/** Only what is in trouble (Ctrl-Z, as in k9s), or only one sort of it; how many, once that is known. */
export function HealthChoice({ counts }: { counts: TroubleCounts | undefined }) {
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
          aria-label={filterTexts.onlyHealth(health, counts && countText(counts[health]))}
          title={filterTexts.onlyHealth(health, counts && countText(counts[health]))}
          data-none={counts?.[health] === 0}
          onClick={() => toggle(health)}
        >
          <HealthMark health={health} />
          {counts && countText(counts[health])}
        </button>
      ))}
    </fieldset>
  );
}

import type { RedactionCount } from "@kubin/schema";
import { Panel } from "../../parts/panel.tsx";
import { SmallTable } from "../../parts/small-table.tsx";
import { countText } from "../../plain/count-text.ts";
import { plainText } from "../../plain/plain-text.ts";
import { coverageTexts } from "../../texts/coverage.ts";
import styles from "./coverage-page.module.css";
import { groupRedactions } from "./group-redactions.ts";

/** What was taken out, by rule; where, on demand. */
export function RedactionsPanel({ redactions }: { redactions: readonly RedactionCount[] }) {
  const total = redactions.reduce((sum, { count }) => sum + count, 0);
  const rules = groupRedactions(redactions);
  return (
    <Panel flush title={coverageTexts.redactions} aside={countText(total)}>
      {redactions.length === 0 && <p className={styles.none}>{coverageTexts.noneTaken}.</p>}
      {[...rules].map(([rule, counts]) => (
        <details key={rule} className={styles.rule}>
          <summary>
            {coverageTexts.byRule({
              rule: coverageTexts.ruleName(plainText(rule)),
              count: countText(counts.reduce((sum, { count }) => sum + count, 0)),
              places: countText(counts.length),
            })}
          </summary>
          <SmallTable
            label={rule}
            columns={[{ name: coverageTexts.namespace }, { name: coverageTexts.count, align: "right" }]}
            rows={counts.map(({ namespace, count }) => ({
              key: namespace,
              cells: [namespace || coverageTexts.wholeCluster, countText(count)],
            }))}
          />
        </details>
      ))}
    </Panel>
  );
}

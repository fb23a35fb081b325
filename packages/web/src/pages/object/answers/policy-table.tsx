import type { PolicyRule } from "../../../object/policy-rules.ts";
import { SmallTable } from "../../../parts/small-table.tsx";
import { plainText } from "../../../plain/plain-text.ts";
import { answerTexts } from "../../../texts/answers.ts";
import styles from "./answers.module.css";

const shownAtMost = 150;

/** Rules of a role: what, which verbs, which objects only. */
export function PolicyTable({ rules }: { rules: readonly PolicyRule[] }) {
  if (rules.length === 0) return <p className={styles.note}>{answerTexts.noPolicy}</p>;
  const limited = rules.some(({ names }) => names.length > 0);
  const words = (all: readonly string[]) => <span className={styles.wrap}>{all.map(plainText).join(", ")}</span>;
  return (
    <>
      <SmallTable
        label={answerTexts.policy}
        columns={[
          { name: answerTexts.verbs },
          { name: answerTexts.resources },
          ...(limited ? [{ name: answerTexts.onlyNamed }] : []),
        ]}
        rows={rules.slice(0, shownAtMost).map((rule, index) => ({
          key: `${index}`,
          cells: [
            <div key="verbs" className={styles.verbs}>
              {words(rule.verbs)}
            </div>,
            words(rule.resources),
            ...(limited ? [words(rule.names)] : []),
          ],
        }))}
      />
      {rules.length > shownAtMost && (
        <p className={styles.note}>{answerTexts.moreRules(`${rules.length - shownAtMost}`)}</p>
      )}
    </>
  );
}

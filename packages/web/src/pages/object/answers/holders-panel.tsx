import type { ResourceDetail } from "@kubin/schema";
import { useDetails } from "../../../data/use-details.ts";
import { lacksAccount } from "../../../object/lacks-account.ts";
import { subjectsOf } from "../../../object/policy-rules.ts";
import { Panel } from "../../../parts/panel.tsx";
import { SkeletonLines } from "../../../parts/skeleton-lines.tsx";
import { SmallTable } from "../../../parts/small-table.tsx";
import { countText } from "../../../plain/count-text.ts";
import { answerTexts } from "../../../texts/answers.ts";
import { ObjectLink } from "../object-link.tsx";
import styles from "./answers.module.css";
import { SubjectName } from "./subject-name.tsx";

const askedAtMost = 20;

/** Who has a role: the bindings to it, and whom each names. */
export function HoldersPanel({ detail }: { detail: ResourceDetail }) {
  const bindings = detail.related.filter(
    ({ relation, kind }) => relation === "used-by" && kind.endsWith("RoleBinding"),
  );
  const { details, waiting } = useDetails(bindings, askedAtMost);
  const known = new Map(details.map((one) => [`${one.row.namespace}/${one.row.name}`, one]));
  const more = bindings.length - askedAtMost;
  return (
    <Panel flush title={answerTexts.holders} aside={countText(bindings.length)}>
      {bindings.length === 0 ? (
        <p className={styles.note}>{answerTexts.noHolders}</p>
      ) : waiting ? (
        <SkeletonLines count={3} />
      ) : (
        <SmallTable
          label={answerTexts.holders}
          columns={[{ name: answerTexts.subjects }, { name: answerTexts.where }, { name: answerTexts.binding }]}
          rows={bindings.slice(0, askedAtMost).map((binding) => {
            const found = known.get(`${binding.namespace}/${binding.name}`);
            return {
              key: `${binding.kind} ${binding.namespace}/${binding.name}`,
              cells: [
                <ul key="subjects">
                  {(found ? subjectsOf(found.object) : []).map((subject, index) => (
                    // biome-ignore lint/suspicious/noArrayIndexKey: a binding may name one subject twice
                    <li key={index}>
                      <SubjectName subject={subject} captured={!lacksAccount(subject, found?.related ?? [])} />
                    </li>
                  ))}
                </ul>,
                binding.namespace || answerTexts.everywhere,
                <ObjectLink key="binding" object={binding} />,
              ],
            };
          })}
        />
      )}
      {more > 0 && <p className={styles.note}>{answerTexts.moreBindings(countText(more))}</p>}
    </Panel>
  );
}

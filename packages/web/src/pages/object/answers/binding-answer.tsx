import type { ResourceDetail } from "@kubin/schema";
import { useDetails } from "../../../data/use-details.ts";
import { lacksAccount } from "../../../object/lacks-account.ts";
import { policyRules, subjectsOf } from "../../../object/policy-rules.ts";
import { textAt } from "../../../object/read-json.ts";
import { Panel } from "../../../parts/panel.tsx";
import { SkeletonLines } from "../../../parts/skeleton-lines.tsx";
import { countText } from "../../../plain/count-text.ts";
import { plainText } from "../../../plain/plain-text.ts";
import { answerTexts } from "../../../texts/answers.ts";
import { ObjectLink } from "../object-link.tsx";
import styles from "./answers.module.css";
import { PolicyTable } from "./policy-table.tsx";
import { SubjectName } from "./subject-name.tsx";

/** Whom does it give what. */
export function BindingAnswer({ detail }: { detail: ResourceDetail }) {
  const { object, related } = detail;
  const roles = related.filter(({ relation, kind }) => relation === "uses" && kind.endsWith("Role"));
  const { details, waiting } = useDetails(roles, 1);
  const [role] = roles;
  const subjects = subjectsOf(object);
  const rules = details[0] ? policyRules(details[0].object) : undefined;
  return (
    <>
      <Panel flush title={answerTexts.subjects} aside={countText(subjects.length)}>
        {subjects.length === 0 ? (
          <p className={styles.note}>{answerTexts.noSubjects}</p>
        ) : (
          <ul>
            {subjects.map((subject, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a binding may name one subject twice
              <li key={index} className={styles.line}>
                <SubjectName subject={subject} captured={!lacksAccount(subject, related)} />
              </li>
            ))}
          </ul>
        )}
      </Panel>
      <Panel
        flush
        title={answerTexts.mayDo}
        aside={
          role ? (
            <ObjectLink object={role} text={`${role.kind} ${role.name}`} />
          ) : (
            plainText(textAt(object, "roleRef", "name"))
          )
        }
      >
        {rules ? (
          <PolicyTable rules={rules} />
        ) : waiting ? (
          <SkeletonLines count={3} />
        ) : (
          <p className={styles.note}>{answerTexts.roleNotCaptured}</p>
        )}
      </Panel>
    </>
  );
}

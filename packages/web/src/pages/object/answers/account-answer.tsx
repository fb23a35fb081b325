import type { RelatedObject, ResourceDetail } from "@kubin/schema";
import { useDetails } from "../../../data/use-details.ts";
import { podsOf } from "../../../object/pods-of.ts";
import { policyRules } from "../../../object/policy-rules.ts";
import { troubleFirst } from "../../../object/trouble-first.ts";
import { Panel } from "../../../parts/panel.tsx";
import { SkeletonLines } from "../../../parts/skeleton-lines.tsx";
import { PlaceLink } from "../../../place/place-link.tsx";
import { countText } from "../../../plain/count-text.ts";
import { answerTexts } from "../../../texts/answers.ts";
import { ObjectLink } from "../object-link.tsx";
import styles from "./answers.module.css";
import { PodsPanel } from "./pods-panel.tsx";
import { PolicyTable } from "./policy-table.tsx";

const askedAtMost = 12;

/** What may it do, by which bindings, and who runs as it. */
export function AccountAnswer({ detail }: { detail: ResourceDetail }) {
  const users = detail.related.filter(({ relation }) => relation === "used-by");
  const bindings = users.filter(({ kind }) => kind.endsWith("RoleBinding"));
  const { details, waiting } = useDetails(bindings, askedAtMost);
  const roles = details.map((one) => ({ binding: one.row, role: roleOf(one) }));
  const known = useDetails(
    roles.flatMap(({ role }) => role ?? []),
    askedAtMost,
  );
  const rulesOf = (role: RelatedObject | undefined) =>
    known.details.find(
      ({ row }) => row.kind === role?.kind && row.name === role.name && row.namespace === role.namespace,
    );
  const pods = users.filter(({ kind }) => kind === "Pod").map((pod): RelatedObject => ({ ...pod, relation: "child" }));
  const more = bindings.length - askedAtMost;
  return (
    <>
      {bindings.length === 0 && (
        <Panel flush title={answerTexts.mayDo} aside={<WhoCanLink />}>
          <p className={styles.note}>{answerTexts.noBindings}</p>
        </Panel>
      )}
      {waiting && <SkeletonLines count={4} />}
      {roles.map(({ binding, role }) => {
        const rules = rulesOf(role);
        return (
          <Panel
            key={`${binding.kind} ${binding.namespace}/${binding.name}`}
            flush
            title={binding.namespace ? answerTexts.mayDoIn(binding.namespace) : answerTexts.mayDoEverywhere}
            aside={role && <ObjectLink object={role} text={`${role.kind} ${role.name}`} />}
          >
            {rules ? (
              <PolicyTable rules={policyRules(rules.object)} />
            ) : known.waiting ? (
              <SkeletonLines count={2} />
            ) : (
              <p className={styles.note}>{answerTexts.roleNotCaptured}</p>
            )}
          </Panel>
        );
      })}
      {more > 0 && <p className={styles.note}>{answerTexts.moreBindings(countText(more))}</p>}
      <PodsPanel title={answerTexts.runAs} pods={podsOf(troubleFirst(pods))} />
    </>
  );
}

function roleOf({ related }: ResourceDetail): RelatedObject | undefined {
  return related.find(({ relation, kind }) => relation === "uses" && kind.endsWith("Role"));
}

function WhoCanLink() {
  return <PlaceLink place={{ page: "who-can" }}>{answerTexts.whoCan}</PlaceLink>;
}

import type { ResourceDetail } from "@kubin/schema";
import { conditionsOf } from "../../../object/conditions-of.ts";
import { hpaMetrics } from "../../../object/hpa-metrics.ts";
import { textAt } from "../../../object/read-json.ts";
import { Age } from "../../../parts/age.tsx";
import { Panel } from "../../../parts/panel.tsx";
import { SmallTable } from "../../../parts/small-table.tsx";
import { plainText } from "../../../plain/plain-text.ts";
import { answerTexts } from "../../../texts/answers.ts";
import { FactList } from "../fact-list.tsx";
import { ObjectLink } from "../object-link.tsx";
import { VerdictLine } from "../verdict-line.tsx";
import styles from "./answers.module.css";

/** Does it scale, by what, and between which bounds. */
export function HpaAnswer({ detail }: { detail: ResourceDetail }) {
  const { object, related, row } = detail;
  const target = related.find(
    ({ name, relation }) => relation === "uses" && name === textAt(object, "spec", "scaleTargetRef", "name"),
  );
  const conditions = conditionsOf(object);
  const stopped = conditions.find(
    ({ type, status }) => (type === "ScalingActive" || type === "AbleToScale") && status === "False",
  );
  const limited = conditions.find(({ type, status }) => type === "ScalingLimited" && status === "True");
  const why = stopped ?? limited;
  const lastScaled = textAt(object, "status", "lastScaleTime");
  const metrics = hpaMetrics(object);
  return (
    <>
      {why && !row.reason.includes(why.message) && (
        <VerdictLine health={stopped ? "failing" : "warning"} question={`${plainText(why.reason)}:`}>
          {plainText(why.message)}
        </VerdictLine>
      )}
      <Panel flush title={answerTexts.scaling}>
        <div className={styles.facts}>
          <FactList
            facts={[
              {
                name: answerTexts.scales,
                value: target ? (
                  <ObjectLink object={target} text={`${target.kind} ${target.name}`} />
                ) : (
                  plainText(textAt(object, "spec", "scaleTargetRef", "name"))
                ),
              },
              { name: answerTexts.replicas, value: plainText(textAt(object, "status", "currentReplicas")) },
              { name: answerTexts.wanted, value: plainText(textAt(object, "status", "desiredReplicas")) },
              {
                name: answerTexts.bounds,
                value: plainText(
                  `${textAt(object, "spec", "minReplicas") || "1"}–${textAt(object, "spec", "maxReplicas")}`,
                ),
              },
              {
                name: answerTexts.lastScaled,
                value: lastScaled && <Age at={lastScaled} />,
              },
            ]}
          />
        </div>
        <SmallTable
          label={answerTexts.metrics}
          columns={[
            { name: answerTexts.metric },
            { name: answerTexts.current, align: "right" },
            { name: answerTexts.target, align: "right" },
          ]}
          rows={metrics.map(({ name, current, target: wanted }, index) => ({
            key: `${index}`,
            cells: [plainText(name), plainText(current) || answerTexts.unknown, plainText(wanted)],
          }))}
        />
      </Panel>
    </>
  );
}

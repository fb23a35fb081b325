import type { RelatedObject } from "@kubin/schema";
import { cellText } from "../../../object/cell-of.ts";
import { Age } from "../../../parts/age.tsx";
import { HealthMark } from "../../../parts/health-mark.tsx";
import { Panel } from "../../../parts/panel.tsx";
import { SmallTable } from "../../../parts/small-table.tsx";
import { countText } from "../../../plain/count-text.ts";
import { plainText } from "../../../plain/plain-text.ts";
import { answerTexts } from "../../../texts/answers.ts";
import { objectTexts } from "../../../texts/object.ts";
import { ObjectLink } from "../object-link.tsx";
import { withoutEmptyColumns } from "../without-empty-columns.ts";
import styles from "./answers.module.css";

interface PodsPanelProps {
  /** Trouble first. */
  pods: readonly RelatedObject[];
  title?: string;
  /** What the number beside the title says more than how many there are. */
  aside?: string;
  /** Say the namespace too. */
  anywhere?: boolean;
}

const shownAtMost = 40;

/** Pods with what `kubectl get` says of them and, where there is trouble, why. */
export function PodsPanel({ pods, title = answerTexts.pods, aside, anywhere = false }: PodsPanelProps) {
  const shown = pods.slice(0, shownAtMost);
  const more = pods.length - shown.length;
  return (
    <Panel flush title={title} aside={aside ?? countText(pods.length)}>
      {pods.length === 0 ? (
        <p className={styles.note}>{answerTexts.noPods}</p>
      ) : (
        <SmallTable
          label={title}
          {...withoutEmptyColumns({
            columns: [
              { name: answerTexts.pod },
              { name: objectTexts.ready },
              { name: answerTexts.status },
              { name: objectTexts.restarts, align: "right" },
              { name: objectTexts.age, align: "right" },
            ],
            rows: shown.map((pod) => ({
              key: `${pod.namespace}/${pod.name}`,
              cells: [
                <span key="name" className={styles.name}>
                  <HealthMark health={pod.health} />
                  <ObjectLink object={pod} text={anywhere ? `${pod.namespace}/${pod.name}` : pod.name} />
                </span>,
                cellText(pod, "Ready"),
                (cellText(pod, "Status") || pod.reason) && <PodState key="state" pod={pod} />,
                cellText(pod, "Restarts"),
                <Age key="age" at={pod.createdAt} />,
              ],
            })),
          })}
        />
      )}
      {more > 0 && <p className={styles.note}>{answerTexts.morePods(countText(more))}</p>}
    </Panel>
  );
}

function PodState({ pod }: { pod: RelatedObject }) {
  const status = cellText(pod, "Status");
  const why = pod.reason && pod.reason !== status ? pod.reason : "";
  return (
    <span className={styles.wrap}>
      {plainText(status)} {why && <span className={styles.quiet}>{plainText(why)}</span>}
    </span>
  );
}

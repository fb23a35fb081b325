import { cellText } from "../../../object/cell-of.ts";
import type { Backend } from "../../../object/service-backends.ts";
import { HealthMark } from "../../../parts/health-mark.tsx";
import { Name } from "../../../parts/name.tsx";
import { Panel } from "../../../parts/panel.tsx";
import { SkeletonLines } from "../../../parts/skeleton-lines.tsx";
import { SmallTable } from "../../../parts/small-table.tsx";
import { countText } from "../../../plain/count-text.ts";
import { plainText } from "../../../plain/plain-text.ts";
import { answerTexts, backendStates } from "../../../texts/answers.ts";
import { ObjectLink } from "../object-link.tsx";
import { withoutEmptyColumns } from "../without-empty-columns.ts";
import styles from "./answers.module.css";

const shownAtMost = 60;

/** The pods and addresses behind a service, those that get no traffic first, each with the reason. */
export function BackendsPanel({ backends, waiting }: { backends: readonly Backend[]; waiting: boolean }) {
  const more = backends.length - shownAtMost;
  return (
    <Panel flush title={answerTexts.backends} aside={!waiting && countText(backends.length)}>
      {waiting ? (
        <SkeletonLines count={3} />
      ) : (
        <SmallTable
          label={answerTexts.backends}
          {...withoutEmptyColumns({
            columns: [
              { name: answerTexts.backend },
              { name: answerTexts.getsTraffic },
              { name: answerTexts.why },
              { name: answerTexts.address },
            ],
            rows: backends.slice(0, shownAtMost).map((one) => ({
              key: one.name,
              cells: [
                <span key="name" className={styles.name}>
                  <HealthMark health={one.health} />
                  {one.pod ? <ObjectLink object={one.pod} /> : <Name text={one.name} />}
                </span>,
                backendStates[one.state],
                whyNot(one) && (
                  <span key="why" className={styles.wrap}>
                    {whyNot(one)}
                  </span>
                ),
                plainText(one.address || (one.pod ? cellText(one.pod, "IP") : "")),
              ],
            })),
          })}
        />
      )}
      {more > 0 && <p className={styles.note}>{answerTexts.morePods(countText(more))}</p>}
    </Panel>
  );
}

function whyNot({ state, pod }: Backend): string {
  if (state === "ready") return "";
  const said = pod?.reason || (pod ? cellText(pod, "Status") : "");
  if (state === "left out" && pod?.health === "ok" && !pod.reason) return answerTexts.leftOutWhy;
  return plainText(said);
}

import type { ResourceDetail } from "@kubin/schema";
import { cellText } from "../../../object/cell-of.ts";
import { at, textAt } from "../../../object/read-json.ts";
import { Age } from "../../../parts/age.tsx";
import { HealthMark } from "../../../parts/health-mark.tsx";
import { Panel } from "../../../parts/panel.tsx";
import { SmallTable } from "../../../parts/small-table.tsx";
import { countText } from "../../../plain/count-text.ts";
import { plainText } from "../../../plain/plain-text.ts";
import { answerTexts } from "../../../texts/answers.ts";
import { objectTexts } from "../../../texts/object.ts";
import { FactList } from "../fact-list.tsx";
import { ObjectLink } from "../object-link.tsx";
import styles from "./answers.module.css";

const runsAtMost = 20;

/** When does it run, and how did the last runs end. */
export function CronJobAnswer({ detail }: { detail: ResourceDetail }) {
  const { object, related } = detail;
  const jobs = related
    .filter(({ kind, relation }) => kind === "Job" && relation === "child")
    .sort((a, b) => (b.createdAt ?? "").localeCompare(a.createdAt ?? ""));
  const last = textAt(object, "status", "lastScheduleTime");
  const lastGood = textAt(object, "status", "lastSuccessfulTime");
  return (
    <>
      <Panel title={answerTexts.schedule} aside={at(object, "spec", "suspend") === true && answerTexts.suspended}>
        <FactList
          facts={[
            { name: answerTexts.schedule, value: <code>{plainText(textAt(object, "spec", "schedule"))}</code> },
            { name: answerTexts.timeZone, value: plainText(textAt(object, "spec", "timeZone")) },
            { name: answerTexts.concurrency, value: plainText(textAt(object, "spec", "concurrencyPolicy")) },
            { name: answerTexts.lastRun, value: last ? <Age at={last} /> : answerTexts.never },
            { name: answerTexts.lastGood, value: lastGood && <Age at={lastGood} /> },
          ]}
        />
      </Panel>
      <Panel flush title={answerTexts.runs} aside={countText(jobs.length)}>
        {jobs.length === 0 ? (
          <p className={styles.note}>{answerTexts.noRuns}</p>
        ) : (
          <SmallTable
            label={answerTexts.runs}
            columns={[
              { name: answerTexts.jobName },
              { name: answerTexts.outcome },
              { name: answerTexts.completions },
              { name: answerTexts.took, align: "right" },
              { name: objectTexts.age, align: "right" },
            ]}
            rows={jobs.slice(0, runsAtMost).map((job) => ({
              key: job.name,
              cells: [
                <span key="name" className={styles.name}>
                  <HealthMark health={job.health} />
                  <ObjectLink object={job} />
                </span>,
                <span key="outcome" className={styles.wrap}>
                  {plainText(job.reason || cellText(job, "Status"))}
                </span>,
                cellText(job, "Completions"),
                cellText(job, "Duration"),
                <Age key="age" at={job.createdAt} />,
              ],
            }))}
          />
        )}
      </Panel>
    </>
  );
}

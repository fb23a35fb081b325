import type { ResourceDetail } from "@kubin/schema";
import { podsOf } from "../../../object/pods-of.ts";
import { at, textAt } from "../../../object/read-json.ts";
import { Age } from "../../../parts/age.tsx";
import { Panel } from "../../../parts/panel.tsx";
import { plainText } from "../../../plain/plain-text.ts";
import { answerTexts } from "../../../texts/answers.ts";
import { FactList } from "../fact-list.tsx";
import { PodsPanel } from "./pods-panel.tsx";

/** Did it do its work: completions, failures, and the pods that tried. */
export function JobAnswer({ detail }: { detail: ResourceDetail }) {
  const { object, related } = detail;
  const status = (name: string) => textAt(object, "status", name);
  const spec = (name: string) => textAt(object, "spec", name);
  return (
    <>
      <Panel title={answerTexts.job} aside={at(object, "spec", "suspend") === true && answerTexts.suspended}>
        <FactList
          facts={[
            {
              name: answerTexts.completions,
              value: plainText(answerTexts.of(status("succeeded") || "0", spec("completions") || "1")),
            },
            { name: answerTexts.active, value: plainText(status("active") || "0") },
            {
              name: answerTexts.failed,
              value: plainText(answerTexts.triesOf(status("failed") || "0", spec("backoffLimit") || "6")),
            },
            { name: answerTexts.parallelism, value: plainText(spec("parallelism")) },
            {
              name: answerTexts.activeDeadline,
              value: spec("activeDeadlineSeconds") && plainText(answerTexts.seconds(spec("activeDeadlineSeconds"))),
            },
            { name: answerTexts.started, value: status("startTime") && <Age at={status("startTime")} /> },
            { name: answerTexts.completed, value: status("completionTime") && <Age at={status("completionTime")} /> },
          ]}
        />
      </Panel>
      <PodsPanel pods={podsOf(related)} />
    </>
  );
}

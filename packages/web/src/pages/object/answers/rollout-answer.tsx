import type { ResourceDetail } from "@kubin/schema";
import { podsOf } from "../../../object/pods-of.ts";
import { rolloutFacts } from "../../../object/rollout-facts.ts";
import { Panel } from "../../../parts/panel.tsx";
import { countText } from "../../../plain/count-text.ts";
import { plainText } from "../../../plain/plain-text.ts";
import { answerTexts } from "../../../texts/answers.ts";
import { FactList } from "../fact-list.tsx";
import { PodsPanel } from "./pods-panel.tsx";
import { RevisionsPanel } from "./revisions-panel.tsx";

/** Is what was wanted running: counts, how it changes, its revisions and its pods. */
export function RolloutAnswer({ detail }: { detail: ResourceDetail }) {
  const rollout = rolloutFacts(detail.object);
  const { desired, updated, ready, available } = rollout;
  const of = (count: number | undefined) =>
    count === undefined ? undefined : answerTexts.of(countText(count), countText(desired));
  return (
    <>
      <Panel title={answerTexts.rollout} aside={rollout.paused && answerTexts.paused}>
        <FactList
          facts={[
            { name: answerTexts.desired, value: countText(desired) },
            { name: answerTexts.updated, value: of(updated) },
            { name: answerTexts.readyPods, value: of(ready) },
            { name: answerTexts.available, value: of(available) },
            { name: answerTexts.revision, value: plainText(rollout.revision) },
            { name: answerTexts.strategy, value: plainText(rollout.strategy) },
            {
              name: answerTexts.deadline,
              value: rollout.deadline !== undefined && answerTexts.seconds(countText(rollout.deadline)),
            },
            { name: answerTexts.controller, value: rollout.unseen && answerTexts.unseen },
          ]}
        />
      </Panel>
      <RevisionsPanel detail={detail} />
      <PodsPanel pods={podsOf(detail.related)} />
    </>
  );
}

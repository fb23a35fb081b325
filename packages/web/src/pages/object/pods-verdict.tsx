import { shortReason } from "@kubin/kubernetes";
import type { RelatedObject } from "@kubin/schema";
import { useSnapshot } from "../../data/snapshot-context.ts";
import { type PodTrouble, podTrouble } from "../../object/pod-trouble.ts";
import { podsOf } from "../../object/pods-of.ts";
import { countText } from "../../plain/count-text.ts";
import { plainText } from "../../plain/plain-text.ts";
import { answerTexts } from "../../texts/answers.ts";
import { ageAt } from "../../times/age-at.ts";
import { useTimes } from "../../times/use-times.ts";
import { VerdictLine } from "./verdict-line.tsx";

const shownAtMost = 3;

/** What the pods of a workload suffer from. A workload says so only once too few are left, and then not why. */
export function PodsVerdict({ related }: { related: readonly RelatedObject[] }) {
  const pods = podsOf(related);
  const all = countText(pods.length);
  return podTrouble(pods)
    .slice(0, shownAtMost)
    .map((trouble) => (
      <VerdictLine
        key={`${trouble.health} ${trouble.reason}`}
        health={trouble.health}
        question={answerTexts.podsInTrouble(countText(trouble.pods), all)}
      >
        {plainText(shortReason(trouble.reason))}
        <Restarts trouble={trouble} />
      </VerdictLine>
    ));
}

function Restarts({ trouble }: { trouble: PodTrouble }) {
  const { capturedAt } = useSnapshot().snapshot;
  const times = useTimes();
  const { pods, reason, restarts, lastRestartAt: at } = trouble;
  // The reason of a single pod has the count in it.
  const count =
    restarts > 0 && (pods > 1 || !/\d restart/.test(reason)) && answerTexts.restarts(restarts, countText(restarts));
  const last = at && (
    <time dateTime={at} title={times.hint(at)}>
      {capturedAt ? answerTexts.lastRestart(ageAt(at, capturedAt)) : answerTexts.lastRestartOn(times.text(at))}
    </time>
  );
  return (
    <>
      {count && `; ${count}`}
      {last && <>; {last}</>}
    </>
  );
}

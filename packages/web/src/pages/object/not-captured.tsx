import { useQuery } from "@tanstack/react-query";
import { isLive } from "../../data/is-live.ts";
import { useSnapshot } from "../../data/snapshot-context.ts";
import { useQuestions } from "../../data/use-questions.ts";
import { gapsAbout } from "../../parts/gaps-about.ts";
import { Notice } from "../../parts/notice.tsx";
import { PlaceLink } from "../../place/place-link.tsx";
import { plainText } from "../../plain/plain-text.ts";
import { listTexts } from "../../texts/lists.ts";
import { objectTexts } from "../../texts/object.ts";

/** The object is not in the capture: whether its kind could not be read, the list, and what else was not captured. */
export function NotCaptured({ group, plural, namespace }: { group: string; plural: string; namespace: string }) {
  const { snapshot } = useSnapshot();
  const questions = useQuestions();
  const { data: overview } = useQuery(questions.overview());
  const gaps = gapsAbout(overview?.coverage ?? [], plural);
  const gap = gaps.find((one) => one.namespace === namespace) ?? gaps[0];
  const why = isLive(snapshot.state)
    ? listTexts.noneYetWhy
    : gap
      ? plainText(gap.detail)
      : overview && (snapshot.gaps > 0 ? objectTexts.notCapturedMaybe : objectTexts.notCapturedWhy);
  return (
    <Notice
      title={objectTexts.notCapturedTitle}
      actions={
        <>
          <PlaceLink place={{ page: "list", group, plural }}>{objectTexts.allOf(plural)}</PlaceLink>
          <PlaceLink place={{ page: "coverage" }}>{listTexts.toCoverage}</PlaceLink>
        </>
      }
    >
      {why}
    </Notice>
  );
}

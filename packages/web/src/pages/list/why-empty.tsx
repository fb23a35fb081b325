import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { isLive } from "../../data/is-live.ts";
import { useSnapshot } from "../../data/snapshot-context.ts";
import { useQuestions } from "../../data/use-questions.ts";
import { gapsAbout } from "../../parts/gaps-about.ts";
import { Notice } from "../../parts/notice.tsx";
import { PlaceLink } from "../../place/place-link.tsx";
import { useSearch } from "../../place/use-search.ts";
import { filterTexts } from "../../texts/filters.ts";
import { listTexts } from "../../texts/lists.ts";

interface WhyEmptyProps {
  title: string;
  plural: string;
  filtered: boolean;
}

/** "None: forbidden at capture" is not "none": says which of the two it is. */
export function WhyEmpty({ title, plural, filtered }: WhyEmptyProps) {
  const { snapshot } = useSnapshot();
  const [, change] = useSearch();
  const questions = useQuestions();
  const { data: overview } = useQuery({ ...questions.overview(), enabled: !filtered });
  if (filtered) {
    return (
      <Notice
        title={listTexts.nothingMatches(title)}
        actions={
          <Button onClick={() => change({ q: "", ns: "", health: "", type: "", log: "" })}>
            {filterTexts.clearAll}
          </Button>
        }
      />
    );
  }
  if (isLive(snapshot.state)) return <Notice title={listTexts.noneYet(title)}>{listTexts.noneYetWhy}</Notice>;
  const gap = gapsAbout(overview?.coverage ?? [], plural)[0];
  return (
    <Notice
      title={listTexts.none(title)}
      actions={<PlaceLink place={{ page: "coverage" }}>{listTexts.toCoverage}</PlaceLink>}
    >
      {gap ? gap.detail : snapshot.gaps > 0 ? listTexts.noneMaybe : listTexts.noneWhy}
    </Notice>
  );
}

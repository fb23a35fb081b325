import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { isLive } from "../../data/is-live.ts";
import { useSnapshot } from "../../data/snapshot-context.ts";
import { useQuestions } from "../../data/use-questions.ts";
import { gapsAbout } from "../../parts/gaps-about.ts";
import { Notice } from "../../parts/notice.tsx";
import { PlaceLink } from "../../place/place-link.tsx";
import { useSearch } from "../../place/use-search.ts";
import { countText } from "../../plain/count-text.ts";
import { plainText } from "../../plain/plain-text.ts";
import { listTexts } from "../../texts/lists.ts";

interface NoneInNamespacesProps {
  title: string;
  plural: string;
  /** Those that are chosen. */
  namespaces: readonly string[];
  /** Objects of the kind in all namespaces; 0 where it is not known. */
  total: number;
}

/** The chosen namespaces hold none: says so of them alone, and leads to the others. */
export function NoneInNamespaces({ title, plural, namespaces, total }: NoneInNamespacesProps) {
  const { snapshot } = useSnapshot();
  const [, change] = useSearch();
  const questions = useQuestions();
  const { data: overview } = useQuery(questions.overview());
  const { data: known } = useQuery(questions.namespaces());
  const live = isLive(snapshot.state);
  const unknown = live || !known ? [] : namespaces.filter((name) => !known.includes(name));
  const gap = gapsAbout(overview?.coverage ?? [], plural).find(
    (one) => one.namespace === "" || namespaces.includes(one.namespace),
  );
  const why = [
    unknown.length > 0 && listTexts.unknownNamespaces(plainText(unknown.join(", ")), unknown.length),
    live && listTexts.noneYetWhy,
    gap?.detail,
    total > 0 && listTexts.elsewhere(total, countText(total)),
  ].filter(Boolean);
  return (
    <Notice
      title={listTexts.noneIn(title, plainText(namespaces.join(", ")), namespaces.length)}
      actions={
        <>
          <Button onClick={() => change({ ns: "" })}>{listTexts.showAllNamespaces}</Button>
          {snapshot.gaps > 0 && <PlaceLink place={{ page: "coverage" }}>{listTexts.toCoverage}</PlaceLink>}
        </>
      }
    >
      {why.length > 0 && why.join(" ")}
    </Notice>
  );
}

import { useQuery } from "@tanstack/react-query";
import { useQuestions } from "../../data/use-questions.ts";
import { Notice } from "../../parts/notice.tsx";
import { plainText } from "../../plain/plain-text.ts";
import { listTexts } from "../../texts/lists.ts";
import { NoneInNamespaces } from "./none-in-namespaces.tsx";
import { useIsUnknown } from "./unknown-kind.ts";
import { WhyEmpty } from "./why-empty.tsx";

interface NothingShownProps {
  kind: { group: string; plural: string };
  title: string;
  filtered: boolean;
  loading: boolean;
  /** Those that are chosen. */
  namespaces: readonly string[] | undefined;
}

/** Where the rows would be: no such kind, none, none that match, or none yet. */
export function NothingShown({ kind, title, filtered, loading, namespaces }: NothingShownProps) {
  const { group, plural } = kind;
  const { data: kinds } = useQuery(useQuestions().kinds());
  const isUnknown = useIsUnknown(kind);
  if (loading) return <Notice title={listTexts.noneLoadedYet(title)}>{listTexts.noneLoadedYetWhy}</Notice>;
  if (isUnknown) {
    const name = plainText(group === "" ? plural : `${plural}.${group}`);
    return <Notice title={listTexts.unknownKind(name)}>{listTexts.unknownKindWhy}</Notice>;
  }
  const total = kinds?.find((one) => one.group === group && one.plural === plural)?.total ?? 0;
  // Where the capture holds none at all, the namespaces are not why.
  if (!filtered && namespaces && (!kinds || total > 0)) {
    return <NoneInNamespaces title={title} plural={plural} namespaces={namespaces} total={total} />;
  }
  return <WhyEmpty title={title} plural={plural} filtered={filtered} />;
}

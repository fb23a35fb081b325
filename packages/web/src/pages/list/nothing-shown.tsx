import { Notice } from "../../parts/notice.tsx";
import { listTexts } from "../../texts/lists.ts";
import { NoneInNamespaces } from "./none-in-namespaces.tsx";
import { WhyEmpty } from "./why-empty.tsx";

interface NothingShownProps {
  title: string;
  plural: string;
  filtered: boolean;
  loading: boolean;
  /** Those that are chosen. */
  namespaces: readonly string[] | undefined;
  /** Objects of the kind in all namespaces, where it is known. */
  total: number | undefined;
}

/** Where the rows would be: none, none that match, or none yet. */
export function NothingShown(props: NothingShownProps) {
  const { title, plural, filtered, loading, namespaces, total } = props;
  if (loading) return <Notice title={listTexts.noneLoadedYet(title)}>{listTexts.noneLoadedYetWhy}</Notice>;
  if (!filtered && namespaces) return <NoneInNamespaces {...{ title, plural, namespaces, total }} />;
  return <WhyEmpty title={title} plural={plural} filtered={filtered} />;
}

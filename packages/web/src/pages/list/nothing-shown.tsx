import { Notice } from "../../parts/notice.tsx";
import { listTexts } from "../../texts/lists.ts";
import { WhyEmpty } from "./why-empty.tsx";

interface NothingShownProps {
  title: string;
  plural: string;
  filtered: boolean;
  loading: boolean;
}

/** Where the rows would be: none, none that match, or none yet. */
export function NothingShown({ title, plural, filtered, loading }: NothingShownProps) {
  if (loading) return <Notice title={listTexts.noneLoadedYet(title)}>{listTexts.noneLoadedYetWhy}</Notice>;
  return <WhyEmpty title={title} plural={plural} filtered={filtered} />;
}

import { useRouteWords } from "../../place/use-route-words.ts";
import { KindList } from "./kind-list.tsx";

/** All objects of one kind: `/r/{group or core}/{plural}`. */
export function ListPage() {
  const words = useRouteWords("group", "plural");
  const group = words.group === "core" ? "" : words.group;
  return <KindList key={`${words.group}/${words.plural}`} group={group} plural={words.plural} />;
}

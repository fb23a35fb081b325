import { useCanGoBack, useRouter } from "@tanstack/react-router";
import { useTitle } from "../../parts/use-title.ts";
import { parseObjectRef } from "../../place/object-ref.ts";
import { useGo } from "../../place/use-go.ts";
import { useRouteWords } from "../../place/use-route-words.ts";
import { useSearch } from "../../place/use-search.ts";
import { ObjectView } from "./object-view.tsx";

/** One object: `/r/{group}/{plural}/{namespace or _}/{name}?tab=yaml`. */
export function ObjectPage() {
  const words = useRouteWords("group", "plural", "namespace", "name");
  const target = {
    group: words.group === "core" ? "" : words.group,
    plural: words.plural,
    namespace: words.namespace === "_" ? "" : words.namespace,
    name: words.name,
  };
  const go = useGo();
  const [{ log }] = useSearch();
  useTitle(target.name);
  const { history } = useRouter();
  const canGoBack = useCanGoBack();
  const leave = () => (canGoBack ? history.back() : go({ page: "list", group: target.group, plural: target.plural }));
  // The logs below it are above it: they go first.
  const logsOpen = parseObjectRef(log) !== undefined;
  return <ObjectView target={target} onLeave={logsOpen ? undefined : leave} />;
}

import type { EventRow, KindCount } from "@kubin/schema";
import type { Place } from "../../place/place.ts";

/** The page of what an event is about; undefined where that kind was not captured. Events name kinds, pages plurals. */
export function aboutPlace(event: EventRow, kinds: readonly KindCount[], tab?: string): Place | undefined {
  const { group, kind, namespace, name } = event.about;
  const found = kinds.find((one) => one.kind === kind && one.group === group) ?? kinds.find((one) => one.kind === kind);
  if (!found || name === "") return undefined;
  return {
    page: "object",
    group: found.group,
    plural: found.plural,
    namespace: found.namespaced ? namespace : "",
    name,
    search: { tab },
  };
}

import type { Overview, TroubledItem } from "@kubin/schema";
import { plural } from "../output/format-numbers.ts";
import { inert } from "../output/inert.ts";
import { shorten } from "../output/shorten.ts";

/** What fails in a snapshot, or else what to look at, in one line. */
export function failingLine({ failing, failingTotal, attention, attentionTotal, snapshot }: Overview): string {
  if (failingTotal === 0) {
    const look = attention.slice(0, 3).map(nameOf).join(", ");
    const also = attentionTotal === 0 ? "" : ` Look at: ${look}${attentionTotal > 3 ? ", …" : ""}`;
    return `Nothing that Kubin judges is failing${snapshot.partial ? " in what could be read" : ""}.${also}`;
  }
  const some = failing.slice(0, 3).map(nameOf).join(", ");
  const verb = failingTotal === 1 ? "is" : "are";
  return `${plural(failingTotal, "object")} ${verb} failing: ${some}${failingTotal > 3 ? ", …" : ""}`;
}

function nameOf(item: TroubledItem): string {
  const name = item.namespace === "" ? item.name : `${item.namespace}/${item.name}`;
  return inert(item.reason === "" ? name : `${name} (${shorten(item.reason, 80)})`);
}

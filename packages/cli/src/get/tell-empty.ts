import { type CoverageGap, isNotCaptured } from "@kubin/schema";
import { inert } from "../output/inert.ts";
import type { Listing, PrintAll } from "./listing.ts";

/**
 * Why a list is empty: the filter, a namespace that was not captured, a type that the capture could not get. "None
 * captured" must not look like "none there".
 */
export async function tellEmpty(all: PrintAll, say: (line: string) => void): Promise<void> {
  const { opened, listings } = all;
  const { client, snapshot } = opened;
  const [namespaces, overview] = await Promise.all([
    client.metadata.namespaces.query({ snapshotId: snapshot.id }),
    client.analytics.overview.query({ snapshotId: snapshot.id }),
  ]);
  for (const listing of listings) {
    const where =
      listing.namespaces === undefined ? "in this snapshot" : `in namespace ${listing.namespaces.join(", ")}`;
    const gaps = overview.coverage.filter((gap) => concerns(gap, listing));
    say(`No ${inert(listing.kind.plural)} ${where}${filterWords(all)}. ${reason(listing, namespaces, gaps)}`);
    for (const gap of gaps.slice(0, 3)) say(`  ${gap.kind}: ${inert(gap.what)}: ${inert(gap.detail)}`);
  }
}

function filterWords({ args }: PrintAll): string {
  const words = [
    ...(args.selector === undefined ? [] : [`labels ${args.selector}`]),
    ...(args.text === undefined ? [] : [`the text ${JSON.stringify(args.text)}`]),
    ...(args.failing ? ["trouble"] : []),
  ];
  return words.length === 0 ? "" : ` with ${words.join(" and ")}`;
}

function reason(listing: Listing, namespaces: readonly string[], gaps: readonly CoverageGap[]): string {
  const strange = listing.namespaces?.filter((one) => !namespaces.includes(one)) ?? [];
  if (strange.length > 0) {
    const known = namespaces.slice(0, 8).map(inert).join(", ");
    const more = namespaces.length > 8 ? ", …" : "";
    return `The snapshot holds nothing of ${strange.map(inert).join(", ")}; it knows ${known === "" ? "no namespace" : `${known}${more}`}.`;
  }
  if (gaps.length > 0) return "The capture did not get everything, so there may have been some:";
  const { captured } = listing.kind;
  if (!captured) return "The capture holds none of this kind; whether the cluster had any it does not say.";
  const { total, namespaced } = captured;
  const elsewhere = listing.namespaces !== undefined && namespaced ? " in other namespaces or" : "";
  return `The snapshot has ${total.toLocaleString("en-US")}${elsewhere} without that filter.`;
}

function concerns(gap: CoverageGap, { kind, namespaces }: Listing): boolean {
  if (!isNotCaptured(gap)) return false;
  if (namespaces && gap.namespace !== "" && !namespaces.includes(gap.namespace)) return false;
  const text = `${gap.what} ${gap.detail}`.toLowerCase();
  return text.includes(kind.plural.toLowerCase());
}

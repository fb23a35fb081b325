import type { RelatedObject, ResourceDetail } from "@kubin/schema";

/** What is related, events apart: they have a tab of their own. */
export function relatedOf(detail: Pick<ResourceDetail, "related">): RelatedObject[] {
  return detail.related.filter(({ kind }) => kind !== "Event");
}

import type { Cell, RelatedObject } from "@kubin/schema";
import { columnsOf } from "../objects/columns/columns-of.ts";
import type { Page } from "./page.ts";

/** Captured objects of a kind in a relation, by name. */
export function relatedOf(page: Page, kind: string, ...relations: RelatedObject["relation"][]): RelatedObject[] {
  const found = page.related.filter((one) => one.captured && one.kind === kind && relations.includes(one.relation));
  const distinct = new Map(found.map((one) => [`${one.namespace}/${one.name}`, one]));
  return [...distinct.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** What `kubectl get` shows of it in a column, "" where that is not known. */
export function cellOf(object: RelatedObject, column: string): string {
  const at = columnsOf(object).findIndex(({ name }) => name === column);
  // Servers before this answer sent no cells.
  const cells: readonly Cell[] | undefined = object.cells;
  const cell = cells?.[at];
  return cell === undefined || cell === null || cell === "<none>" ? "" : String(cell);
}

const waiting =
  /^(?:Pending|ContainerCreating|PodInitializing|Init:|ImagePullBackOff|ErrImagePull|CreateContainer|InvalidImageName)/;
const failed = /^(?:Failed|Error|Evicted|NodeLost|ContainerStatusUnknown)/;

/** `1 Running / 0 Waiting / 0 Succeeded / 0 Failed`, told from the status that lists show; "" where none is known. */
export function podCounts(page: Page): string {
  const pods = relatedOf(page, "Pod", "child", "selects");
  const statuses = pods.map((pod) => cellOf(pod, "Status"));
  if (pods.length > 0 && statuses.every((status) => status === "")) return "";
  const count = { running: 0, waiting: 0, succeeded: 0, failed: 0 };
  for (const status of statuses) {
    if (status === "Completed" || status === "Succeeded") count.succeeded++;
    else if (failed.test(status)) count.failed++;
    else if (waiting.test(status)) count.waiting++;
    else count.running++;
  }
  return `${count.running} Running / ${count.waiting} Waiting / ${count.succeeded} Succeeded / ${count.failed} Failed`;
}

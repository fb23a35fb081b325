import type { RelatedObject } from "@kubin/schema";
import { parseQuantity } from "../objects/amounts/parse-quantity.ts";
import { dig, type Json, text } from "../objects/json.ts";
import { sinceText, table } from "./fields.ts";
import type { Page } from "./page.ts";
import { bytesText, coresText } from "./quantities.ts";
import { relatedOf } from "./related-of.ts";

type Asking = RelatedObject & { amounts: NonNullable<RelatedObject["amounts"]> };
type Kind = "requests" | "limits";

const resources = [
  { name: "cpu", of: "cpu", write: coresText },
  { name: "memory", of: "memory", write: bytesText },
] as const;

/** The pods on a node with what they ask for, and the sums, each with its part of what the node can give. */
export function describeNodePods(page: Page, node: Json): void {
  const pods = relatedOf(page, "Pod", "used-by").sort((a, b) =>
    `${a.namespace}/${a.name}` < `${b.namespace}/${b.name}` ? -1 : 1,
  );
  const asking = pods.filter((pod): pod is Asking => pod.amounts !== undefined);
  // None tells where all are over, and of servers before this answer.
  if (asking.length === 0) {
    page.row(0, "Pods:", `(${pods.length} in total)`);
    const rows = pods.map((pod) => [pod.namespace, pod.name, sinceText(page, pod.createdAt)]);
    if (pods.length > 0) table(page, 1, ["Namespace", "Name", "Age"], rows);
    return;
  }
  const cell = shareOf(node);
  page.row(0, "Non-terminated Pods:", `(${asking.length} in total)`);
  table(
    page,
    1,
    ["Namespace", "Name", "", "CPU Requests", "CPU Limits", "Memory Requests", "Memory Limits", "Age"],
    asking.map((pod) => [
      pod.namespace,
      pod.name,
      "",
      ...resources.flatMap((one) => [cell([pod], "requests", one), cell([pod], "limits", one)]),
      sinceText(page, pod.createdAt),
    ]),
  );
  page.row(0, "Allocated resources:");
  page.row(1, "(Total limits may be over 100 percent, i.e., overcommitted.)");
  table(
    page,
    1,
    ["Resource", "Requests", "Limits"],
    resources.map((one) => [one.name, cell(asking, "requests", one), cell(asking, "limits", one)]),
  );
}

/** `850m (10%)`: what pods ask for together, of what the node can give. */
function shareOf(node: Json) {
  return (...[pods, kind, { of, write }]: [readonly Asking[], Kind, (typeof resources)[number]]): string => {
    const sum = pods.reduce((all, { amounts }) => all + amounts[kind][of], 0);
    const given = text(dig(node, "status.allocatable") ?? dig(node, "status.capacity"), of);
    const all = parseQuantity(given) ?? 0;
    return `${write(sum)} (${all > 0 ? Math.trunc(Number(((sum / all) * 100).toFixed(6))) : 0}%)`;
  };
}

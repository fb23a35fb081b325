import type { Overview, ResourceRow, TroubledItem } from "@kubin/schema";
import { formatAge } from "./format-age.ts";

const maxFailing = 20;
const maxAttention = 10;
const maxWarnings = 10;
const maxGaps = 10;

/** The overview as Markdown to paste into a ticket: what fails and why, warnings, nodes, what was not captured. */
export function summariseOverview(overview: Overview): string {
  return [
    headline(overview),
    failing(overview),
    attention(overview),
    warnings(overview),
    nodes(overview),
    coverage(overview),
  ]
    .filter((section) => section !== "")
    .join("\n\n")
    .concat("\n");
}

function headline({ snapshot }: Overview): string {
  const cluster = snapshot.cluster?.name ?? snapshot.name;
  const { counts } = snapshot;
  const facts = [
    snapshot.capturedAt === undefined ? "capture time unknown" : `captured ${utc(snapshot.capturedAt)}`,
    ...(snapshot.kubernetesVersion === undefined ? [] : [`Kubernetes ${snapshot.kubernetesVersion}`]),
    `${amount(counts.objects)} objects of ${amount(counts.types)} types in ${amount(counts.namespaces)} namespaces`,
    `${amount(counts.logLines)} log lines in ${amount(counts.logStreams)} streams`,
  ];
  const partial = snapshot.partial
    ? "\n\n**Partial:** not everything that was announced arrived or could be read."
    : "";
  const failed = snapshot.failure === undefined ? "" : `\n\n**Failed:** ${inline(snapshot.failure)}`;
  return `# ${inline(cluster)}\n\n${facts.map(inline).join(" · ")}${partial}${failed}`;
}

function failing({ failing: items, failingTotal, snapshot }: Overview): string {
  if (failingTotal === 0) return "## Failing\n\nNothing that Kubin judges is failing.";
  const lines = items.slice(0, maxFailing).map((item) => troubledLine(item, snapshot.capturedAt));
  return section(`Failing (${amount(failingTotal)})`, lines, failingTotal);
}

function attention({ attention: items, attentionTotal, snapshot }: Overview): string {
  if (attentionTotal === 0) return "";
  const lines = items.slice(0, maxAttention).map((item) => troubledLine(item, snapshot.capturedAt));
  return section(`Works, but look at it (${amount(attentionTotal)})`, lines, attentionTotal);
}

function troubledLine(item: TroubledItem, capturedAt: string | undefined): string {
  const times = item.count > 1 ? ` ×${item.count}` : "";
  const age =
    capturedAt === undefined || item.createdAt === undefined
      ? ""
      : `, ${formatAge(Date.parse(capturedAt) - Date.parse(item.createdAt))} old`;
  return `- **${inline(item.kind)} ${nameOf(item)}**${times}: ${inline(item.reason) || item.health}${age}`;
}

function warnings({ warnings: groups, warningsTotal }: Overview): string {
  if (warningsTotal === 0) return "";
  const lines = groups.slice(0, maxWarnings).map((group) => {
    const objects = group.objects > 1 ? ` on ${amount(group.objects)} objects` : "";
    return `- ${amount(group.count)} × **${inline(group.reason)}** (${inline(group.kind)}${objects}): ${inline(group.sample)}`;
  });
  return section("Warning events", lines, warningsTotal);
}

function nodes({ nodes: rows }: Overview): string {
  if (rows.length === 0) return "";
  const troubled = rows.filter(({ health }) => health === "failing" || health === "warning");
  const lines = troubled.map((row) => `- ${nameOf(row)}: ${inline(row.reason)}`);
  return section(`Nodes: ${rows.length - troubled.length} of ${rows.length} well`, lines, troubled.length);
}

function coverage({ coverage: gaps, coverageTotal, redactions }: Overview): string {
  const taken = redactions.reduce((sum, { count }) => sum + count, 0);
  const lines = gaps
    .slice(0, maxGaps)
    .map(
      (gap) =>
        `- ${gap.kind}: ${inline(gap.what)}${gap.namespace === "" ? "" : ` in ${gap.namespace}`}. ${inline(gap.detail)}`,
    );
  const note =
    taken === 0 ? "" : `\n\n${amount(taken)} ${taken === 1 ? "value was" : "values were"} taken out before the upload.`;
  if (coverageTotal === 0 && note === "") return "";
  const title =
    coverageTotal === 0 ? "Everything that was asked for was captured" : `Not captured (${amount(coverageTotal)})`;
  return section(title, lines, coverageTotal) + note;
}

function section(title: string, lines: readonly string[], total: number): string {
  const rest = total - lines.length;
  const all = rest > 0 && lines.length > 0 ? [...lines, `- … and ${amount(rest)} more`] : lines;
  return all.length === 0 ? `## ${title}` : `## ${title}\n\n${all.join("\n")}`;
}

function nameOf({ namespace, name }: Pick<ResourceRow, "namespace" | "name">): string {
  return inline(namespace === "" ? name : `${namespace}/${name}`);
}

const maxInlineLength = 300;

/** Captured text on one line, unable to become markup, an image or a mention in the ticket. */
function inline(captured: string): string {
  const line = captured.replace(/\s+/g, " ").trim();
  const cut = line.length > maxInlineLength ? `${line.slice(0, maxInlineLength)}…` : line;
  return cut.replace(/[\\`*_[\]<>|!@#]/g, "\\$&");
}

function amount(value: number): string {
  return value.toLocaleString("en-US");
}

function utc(iso: string): string {
  return `${iso.slice(0, 16).replace("T", " ")} UTC`;
}

import {
  type CertificateList,
  isNotCaptured,
  type NodeAllocations,
  type Overview,
  type Remark,
  titleOf,
} from "@kubin/schema";
import { amount, inline, section, utc } from "./markdown-lines.ts";
import { summariseCertificates } from "./summarise-certificates.ts";
import { summariseNodes } from "./summarise-nodes.ts";
import { troubledLine } from "./summarise-trouble.ts";

/** What else is known and belongs into a summary; the sections of what is not given are shorter or left out. */
export interface SummaryExtras {
  /** Where the snapshot can be explored. */
  link?: string | undefined;
  nodes?: NodeAllocations | undefined;
  certificates?: CertificateList | undefined;
}

const maxFailing = 20;
const maxAttention = 10;
const maxWarnings = 10;
const maxGaps = 10;

/** The overview as Markdown to paste into a ticket: what fails and why, warnings, nodes, what was not captured. */
export function summariseOverview(overview: Overview, extras: SummaryExtras = {}): string {
  return [
    headline(overview, extras.link),
    failing(overview),
    attention(overview),
    warnings(overview),
    summariseNodes(overview, extras.nodes),
    summariseCertificates(overview, extras.certificates),
    coverage(overview),
  ]
    .filter((section) => section !== "")
    .join("\n\n")
    .concat("\n");
}

function headline({ snapshot, remark }: Overview, link: string | undefined): string {
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
  return `# ${inline(titleOf(snapshot))}${linked(link)}${remark ? said(remark) : ""}\n\n${facts.map(inline).join(" · ")}${partial}${failed}`;
}

function said({ note, labels = {} }: Remark): string {
  const pairs = Object.entries(labels).map(([key, value]) => `${key}=${value}`);
  return [...(note === undefined ? [] : [note]), ...(pairs.length === 0 ? [] : [pairs.join(" · ")])]
    .map((words) => `\n\n> ${inline(words)}`)
    .join("");
}

function failing({ failing: items, failingTotal, snapshot }: Overview): string {
  if (failingTotal === 0) return "## Failing\n\nNothing that Kubin judges is failing.";
  const lines = items.slice(0, maxFailing).map((item) => troubledLine(item, snapshot.capturedAt));
  return section(`Failing (${amount(failingTotal)})`, lines, failingTotal);
}

function attention({ attention: items, attentionTotal, snapshot }: Overview): string {
  if (attentionTotal === 0) return "";
  const lines = items.slice(0, maxAttention).map((item) => troubledLine(item, snapshot.capturedAt));
  return section(`Not failing, but look at it (${amount(attentionTotal)})`, lines, attentionTotal);
}

function warnings({ warnings: groups, warningsTotal }: Overview): string {
  if (warningsTotal === 0) return "";
  const lines = groups.slice(0, maxWarnings).map((group) => {
    const objects = group.objects > 1 ? ` on ${amount(group.objects)} objects` : "";
    return `- ${amount(group.count)} × **${inline(group.reason)}** (${inline(group.kind)}${objects}): ${inline(group.sample)}`;
  });
  return section("Warning events", lines, warningsTotal);
}

function coverage({ coverage: gaps, coverageTotal, redactions }: Overview): string {
  const taken = redactions.reduce((sum, { count }) => sum + count, 0);
  const lines = gaps
    .filter(isNotCaptured)
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

/** The address as the reader has it; anything but a plain web address is left out. */
function linked(link: string | undefined): string {
  return link !== undefined && /^https?:\/\/[^\s<>()]+$/.test(link) ? `\n\n<${link}>` : "";
}

import type {
  CertificateList,
  NodeAllocation,
  NodeAllocations,
  Overview,
  ResourceRow,
  TroubledItem,
} from "@kubin/schema";
import { formatAge } from "./format-age.ts";
import { shortReason } from "./short-reason.ts";

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
const maxNodes = 12;
const maxCertificates = 10;

/** The overview as Markdown to paste into a ticket: what fails and why, warnings, nodes, what was not captured. */
export function summariseOverview(overview: Overview, extras: SummaryExtras = {}): string {
  return [
    headline(overview, extras.link),
    failing(overview),
    attention(overview),
    warnings(overview),
    nodes(overview, extras.nodes),
    certificates(overview, extras.certificates),
    coverage(overview),
  ]
    .filter((section) => section !== "")
    .join("\n\n")
    .concat("\n");
}

function headline({ snapshot }: Overview, link: string | undefined): string {
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
  return `# ${inline(cluster)}\n\n${facts.map(inline).join(" · ")}${partial}${failed}${linked(link)}`;
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
  const pods = item.count > 1 ? ` (${amount(item.count)} pods)` : "";
  const before = (at: string | undefined) =>
    capturedAt === undefined || at === undefined ? undefined : formatAge(Date.parse(capturedAt) - Date.parse(at));
  const [since, last, age] = [before(item.since), before(item.lastRestartAt), before(item.createdAt)];
  // Without the time of the capture a duration would count days that nobody has seen.
  const lastly = last ? `, last ${last} before capture` : item.lastRestartAt ? `, last ${utc(item.lastRestartAt)}` : "";
  const facts = [
    since ? `for ${since}` : item.since && `since ${utc(item.since)}`,
    item.restarts > 0 && `${amount(item.restarts)} ${item.restarts === 1 ? "restart" : "restarts"}${lastly}`,
    age && `${age} old`,
  ].filter(Boolean);
  const told = facts.length > 0 ? ` (${facts.join("; ")})` : "";
  return `- **${inline(item.kind)} ${nameOf(item)}**${pods}: ${inline(shortReason(item.reason)) || item.health}${told}`;
}

function warnings({ warnings: groups, warningsTotal }: Overview): string {
  if (warningsTotal === 0) return "";
  const lines = groups.slice(0, maxWarnings).map((group) => {
    const objects = group.objects > 1 ? ` on ${amount(group.objects)} objects` : "";
    return `- ${amount(group.count)} × **${inline(group.reason)}** (${inline(group.kind)}${objects}): ${inline(group.sample)}`;
  });
  return section("Warning events", lines, warningsTotal);
}

function nodes({ nodes: rows }: Overview, allocations: NodeAllocations | undefined): string {
  if (rows.length === 0) return "";
  const troubled = rows.filter(({ health }) => health === "failing" || health === "warning");
  const title = `Nodes: ${rows.length - troubled.length} of ${rows.length} well`;
  if (allocations === undefined || allocations.items.length === 0) {
    return section(
      title,
      troubled.map((row) => `- ${nameOf(row)}: ${inline(row.reason)}`),
      troubled.length,
    );
  }
  const lines = allocations.items.slice(0, maxNodes).map((node) => {
    const why = node.reason === "" ? "" : `${inline(node.reason)}; `;
    const parts = [shares(node, "cpu"), shares(node, "memory"), podsOf(node)].filter((part) => part !== "");
    return `- ${inline(node.name)}: ${why}${parts.join("; ")}`;
  });
  return section(title, lines, allocations.total);
}

/** "cpu requests 45 %, limits 120 %, usage 30 %" of what the node can give. */
function shares(node: NodeAllocation, of: "cpu" | "memory"): string {
  const all = node.allocatable?.[of];
  if (!all) return "";
  const share = (what: "requests" | "limits" | "usage") => {
    const used = node[what]?.[of];
    return used === undefined ? [] : `${what} ${Math.round((used / all) * 100)} %`;
  };
  return `${of} ${(["requests", "limits", "usage"] as const).flatMap(share).join(", ")}`;
}

function podsOf({ pods, allocatable }: NodeAllocation): string {
  return `${amount(pods)}${allocatable ? ` of ${amount(allocatable.pods)}` : ""} pods`;
}

function certificates({ snapshot }: Overview, list: CertificateList | undefined): string {
  const ending = list ? list.expired + list.soon : 0;
  if (list === undefined || ending === 0) return "";
  const asOf = Date.parse(snapshot.capturedAt ?? snapshot.createdAt);
  const lines = list.items.slice(0, Math.min(ending, maxCertificates)).map((one) => {
    const days = Math.trunc((Date.parse(one.notAfter) - asOf) / 86_400_000);
    const when = Date.parse(one.notAfter) <= asOf ? `expired ${-days} d before capture` : `ends in ${days} d`;
    return `- **${inline(one.kind)} ${nameOf(one)}** (${inline(one.subject)}): ${when}, ${utc(one.notAfter)}`;
  });
  return section(`Certificates that end (${amount(ending)})`, lines, ending);
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

/** The address as the reader has it; anything but a plain web address is left out. */
function linked(link: string | undefined): string {
  return link !== undefined && /^https?:\/\/[^\s<>()]+$/.test(link) ? `\n\n<${link}>` : "";
}

function amount(value: number): string {
  return value.toLocaleString("en-US");
}

function utc(iso: string): string {
  return `${iso.slice(0, 16).replace("T", " ")} UTC`;
}

import { columnsOf } from "@kubin/kubernetes";
import type { Insight, Overview, SnapshotRef } from "@kubin/schema";
import { cached } from "../cached.ts";
import type { Ctx } from "../ctx.ts";
import { authoriseRead } from "../policy/authorise-read.ts";
import type { Scope } from "../policy/scope.ts";
import { presentResource } from "../resources/present-resource.ts";
import { findTroubled } from "./find-troubled.ts";
import { toSnapshot } from "./present-snapshot.ts";

const maxWarnings = 50;
const maxNodes = 200;
const maxGaps = 200;
const maxInsights = 200;
const nodes = { group: "", plural: "nodes" };

/** What is wrong, first: failing things with the reason in words, warnings, nodes, and what was not got. */
export async function getOverview(opts: { ctx: Ctx; input: SnapshotRef }): Promise<Overview> {
  const { ctx, input } = opts;
  const read = await authoriseRead({ ctx, action: "content.read", snapshotId: input.snapshotId });
  const { scope, snapshot } = read;
  const { metadata } = ctx.ports;
  return cached({ ctx, read, name: "overview" }, async () => {
    const [totals, failing, attention, warnings, nodeRows, coverage, report] = await Promise.all([
      metadata.totals(scope),
      findTroubled({ ctx, scope, health: "failing" }),
      findTroubled({ ctx, scope, health: "warning" }),
      metadata.warningGroups(scope, maxWarnings),
      listNodes(ctx, scope),
      metadata.coverage(scope, maxGaps),
      metadata.captureReport(scope),
    ]);
    return {
      snapshot: toSnapshot(snapshot, totals),
      failing: failing.items,
      failingTotal: failing.total,
      attention: attention.items,
      attentionTotal: attention.total,
      warnings: warnings.groups,
      warningsTotal: warnings.total,
      nodes: nodeRows,
      nodeColumns: columnsOf(nodes).map((column) => column.name),
      coverage: coverage.gaps,
      coverageTotal: coverage.total,
      duplicatesTotal: coverage.duplicates,
      redactions: coverage.redactions,
      analysis: [...report.analysis].sort(bySeverity).slice(0, maxInsights),
      analysisTotal: report.analysis.length,
      ...(report.redaction && { redaction: report.redaction }),
      ...(report.remark && { remark: report.remark }),
    };
  });
}

/** Errors, then warnings, then what passed; within one, as the tool wrote them. */
function bySeverity(a: Insight, b: Insight): number {
  const order = ["error", "warn"];
  const rank = ({ severity }: Insight) => (order.includes(severity) ? order.indexOf(severity) : order.length);
  return rank(a) - rank(b);
}

async function listNodes(ctx: Ctx, scope: Scope) {
  const found = await ctx.ports.metadata.listResources({ scope, filter: nodes, order: "health", limit: maxNodes });
  return found.map(presentResource);
}

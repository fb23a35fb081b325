import { type BundleEntry, liveLogPath, type SourceGap } from "@kubin/kubernetes";
import type { LogStreamRef } from "@kubin/schema";
import { formatBytes } from "../../output/format-numbers.ts";
import type { Refusal } from "../cluster/answer.ts";
import { CaptureEnded, endWords } from "./ending.ts";
import { gapKindOf, refusalWords, ruleFor } from "./gap-words.ts";
import type { LiveContext, LogPlan } from "./live-context.ts";
import { merged } from "./merged.ts";
import { readAhead } from "./read-ahead.ts";
import { readLog } from "./read-log.ts";

/** The second reading: the logs, those of the most troubled pods first. */
export async function* logFiles(context: LiveContext): AsyncGenerator<BundleEntry> {
  const { scope, seen, counts } = context;
  const plan = scope.logs;
  if (!plan) return;
  const streams = seen.streams();
  counts.streams = streams.length;
  const budget = { left: plan.maxTotalBytes };
  function* files(): Generator<AsyncGenerator<BundleEntry>> {
    for (const stream of streams) yield logFile(stream, { ...context, plan: plan as LogPlan, budget });
  }
  yield* merged(files(), context.concurrency);
}

interface LogContext extends LiveContext {
  plan: LogPlan;
  budget: { left: number };
}

/** One log as a file, read ahead. It is there even when nothing came, so that its gap is told here and once. */
async function* logFile(stream: LogStreamRef, context: LogContext): AsyncGenerator<BundleEntry> {
  const log = readAhead(withinBudget(stream, context));
  await log.ready;
  yield { path: liveLogPath(stream), kind: "file", size: -1, content: () => log.chunks() };
  context.counts.streamsDone++;
}

async function* withinBudget(stream: LogStreamRef, context: LogContext): AsyncGenerator<Uint8Array> {
  const { plan, budget, onGap, client, ending } = context;
  const tell = (gap: Pick<SourceGap, "kind" | "detail">, what = streamName(stream)) =>
    onGap({ ...gap, what, namespace: stream.namespace });
  const reason = ending.reason();
  if (reason !== undefined)
    return tell({ kind: reason === "time" ? "timed-out" : "cut", detail: endWords(reason) }, "further logs");
  if (budget.left <= 0) {
    const detail = "The bytes for all logs together were used up by others (--max-bytes).";
    return tell({ kind: "cut", detail }, "further logs");
  }
  const limits = { ...plan, maxLogBytes: Math.min(plan.maxLogBytes, budget.left) };
  const onRefused = (refusal: Refusal) => tell({ kind: gapKindOf(refusal), detail: logDetail(refusal) });
  const onCut = (kept: number) => {
    const detail = `The log is larger than ${formatBytes(kept)}: its first and its last half of that were kept (--max-log-bytes, or what was left of --max-bytes).`;
    tell({ kind: "cut", detail });
  };
  try {
    for await (const chunk of readLog({ client, stream, limits, onRefused, onCut })) {
      budget.left -= chunk.length;
      yield chunk;
    }
  } catch (error) {
    if (!(error instanceof CaptureEnded)) throw error;
    tell({
      kind: error.why === "time" ? "timed-out" : "cut",
      detail: `Not read, or not to its end. ${endWords(error.why)}`,
    });
  }
}

/** `log of web-0/app (previous)`. */
function streamName({ pod, container, source }: LogStreamRef): string {
  return `log of ${pod}/${container}${source === "previous" ? " (previous)" : ""}`;
}

function logDetail(refusal: Refusal): string {
  if (refusal.kind === "forbidden") {
    return `Not allowed: get. This rule would allow it: ${ruleFor({ group: "", resource: "pods/log", verb: "get" })}`;
  }
  return `The log was not read, or not to its end: the API server ${refusalWords(refusal)}`;
}

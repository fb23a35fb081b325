import { isKubinError, type LogHistogram, type Timeline, type TimelineQuery } from "@kubin/schema";
import { cached } from "../cached.ts";
import type { Ctx } from "../ctx.ts";
import { authoriseRead, type ReadableSnapshot } from "../policy/authorise-read.ts";
import { narrowScope } from "../policy/scope.ts";
import { type Moments, timelineWindow } from "./timeline-window.ts";

const noBars: LogHistogram = { bucketMs: 1, buckets: [], untimed: 0, tookMs: 0 };

interface Asked {
  ctx: Ctx;
  read: ReadableSnapshot;
  input: TimelineQuery;
}

/** Events and log lines of trouble on one axis; events alone, and why, while the log engine is away. */
export async function getTimeline(opts: { ctx: Ctx; input: TimelineQuery }): Promise<Timeline> {
  const { ctx, input } = opts;
  const read = await authoriseRead({ ctx, action: "content.read", snapshotId: input.snapshotId });
  const asked = { ctx, read, input };
  const { snapshotId: _, ...question } = input;
  try {
    return await cached({ ctx, read, name: "timeline", question }, () =>
      loadTimeline(asked, (span, buckets) => errorBars(asked, { ...span, buckets })),
    );
  } catch (error) {
    if (!isKubinError(error, "UNAVAILABLE") && !isKubinError(error, "TOO_LARGE")) throw error;
    // Not remembered: the engine may be back a moment later.
    return { ...(await loadTimeline(asked, async () => noBars)), incomplete: error.message };
  }
}

type LoadErrors = (span: Partial<Moments>, buckets: number) => Promise<LogHistogram>;

async function loadTimeline({ ctx, read, input }: Asked, loadErrors: LoadErrors): Promise<Timeline> {
  const { metadata } = ctx.ports;
  const { scope } = read;
  const { namespaces } = input;
  const [events, errors] = await Promise.all([metadata.eventSpan(scope, namespaces), loadErrors({}, 1)]);
  const window = timelineWindow({ asked: input, events, errors, snapshot: read.snapshot });
  const bucketMs = Math.max(1, Math.ceil((window.to - window.from) / input.buckets));
  const [from, to] = [new Date(window.from), new Date(window.to)];
  const [eventBars, errorBars] = await Promise.all([
    metadata.eventBars({ scope, namespaces, from, to, bucketMs }),
    loadErrors(window, input.buckets),
  ]);
  const told = new Map(eventBars.map((bar) => [bar.bucket, bar]));
  const lines = new Map(errorBars.buckets.map((bar) => [Date.parse(bar.at), bar.lines]));
  const buckets = Array.from({ length: Math.ceil((window.to - window.from) / bucketMs) }, (_, bucket) => {
    const at = window.from + bucket * bucketMs;
    const { normal, warning } = told.get(bucket) ?? { normal: 0, warning: 0 };
    return { at: new Date(at).toISOString(), normal, warning, errors: lines.get(at) ?? 0 };
  });
  const incomplete = errors.incomplete ?? errorBars.incomplete;
  return {
    from: from.toISOString(),
    to: to.toISOString(),
    bucketMs,
    buckets,
    ...(incomplete !== undefined && { incomplete }),
  };
}

function errorBars({ ctx, read, input }: Asked, bars: Partial<Moments> & { buckets: number }): Promise<LogHistogram> {
  return ctx.ports.logs.histogram({
    ...bars,
    scope: narrowScope(read.scope, input.namespaces),
    query: { type: "level", op: ">=", level: "error" },
    signal: ctx.signal,
    requestId: ctx.requestId,
  });
}

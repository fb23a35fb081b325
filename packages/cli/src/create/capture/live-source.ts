import type { BundleEntry, BundleSource, JsonObject, SourceGap } from "@kubin/kubernetes";
import { chooseTypes } from "./choose-types.ts";
import { discover } from "./discover.ts";
import { documentOf, nodeSummaries, openApiDocuments, serverDocuments } from "./documents.ts";
import { CaptureEnded, endWords } from "./ending.ts";
import { findNamespaces } from "./find-namespaces.ts";
import { listTypes } from "./list-types.ts";
import type { CaptureCounts, LiveContext, OpenLive } from "./live-context.ts";
import { logFiles } from "./log-files.ts";
import { merged } from "./merged.ts";
import { seenObjects } from "./seen-objects.ts";

export interface LiveSource extends BundleSource {
  gaps(): readonly SourceGap[];
  counts(): CaptureCounts;
}

/**
 * A live cluster as a source for the packer, which reads it twice: first all objects and documents, and the names of
 * the logs; then the logs. Nothing is kept in between but which pods there are.
 */
export function liveSource(opts: OpenLive): LiveSource {
  const gaps: SourceGap[] = [];
  const onGap = (gap: SourceGap) => void gaps.push(gap);
  const counts: CaptureCounts = { types: 0, typesDone: 0, streams: 0, streamsDone: 0 };
  const seen = seenObjects({ previous: opts.scope.logs?.previous ?? false });
  const context: LiveContext = { ...opts, onGap, counts, seen };
  let readings = 0;
  return {
    name: opts.about.cluster ?? "the cluster",
    totalBytes: undefined,
    isListed: false,
    entries: () => untilEnd(readings++ === 0 ? firstReading(context) : logFiles(context)),
    onObject: (object: JsonObject) => seen.add(object),
    gaps: () => gaps,
    problems() {
      const reason = opts.ending.reason();
      return reason === undefined
        ? []
        : [{ kind: "cut", path: "", detail: `${endWords(reason)} What was read till then is here.`, count: 1 }];
    },
    unpack: (chunks) => chunks,
    counts: () => ({ ...counts }),
  };
}

async function* firstReading(context: LiveContext): AsyncGenerator<BundleEntry> {
  const { client, scope, about, onGap } = context;
  const found = await discover(client);
  for (const { groupVersion, detail } of found.dead)
    onGap({ kind: "missing", what: groupVersion, namespace: "", detail });
  const types = chooseTypes(found.types, scope.types);
  context.counts.types = types.length;
  const namespaces = await findNamespaces(client, scope.namespaces);
  for (const gap of namespaces.gaps) onGap(gap);
  yield documentOf("capture.json", new TextEncoder().encode(`${JSON.stringify(about, undefined, 2)}\n`));
  for (const [path, bytes] of found.documents) yield documentOf(path, bytes);
  function* parts(): Generator<AsyncGenerator<BundleEntry>> {
    yield* serverDocuments({ client, onGap });
    yield* listTypes({ ...context, types, namespaces });
    if (scope.openApi) yield openApiDocuments({ client, onGap });
  }
  yield* merged(parts(), context.concurrency);
  if (scope.nodeSummaries) yield* untilEnd(nodeSummaries(context.seen.nodes(), { client, onGap }));
  if (scope.logs) yield* context.seen.logEntries();
}

/** Where the capture ends, its reading does; what was not asked for is told by those who asked, and by `problems`. */
async function* untilEnd(entries: AsyncGenerator<BundleEntry>): AsyncGenerator<BundleEntry> {
  try {
    yield* entries;
  } catch (error) {
    if (!(error instanceof CaptureEnded)) throw error;
  }
}

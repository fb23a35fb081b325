import { join } from "node:path";
import { projectConfigName } from "../config/find-project-config.ts";
import type { ImportJob } from "../import/import-job.ts";
import { privateFolder } from "../import/private-folder.ts";
import { redactionOptions } from "../import/redaction-options.ts";
import type { RedactionSettings } from "../import/redaction-settings.ts";
import { type Io, tell } from "../io.ts";
import { cliVersion } from "../version/cli-version.ts";
import { openEnding } from "./capture/ending.ts";
import { type LiveSource, liveSource } from "./capture/live-source.ts";
import { capturePicture } from "./capture-picture.ts";
import { type ClusterClient, clusterClient } from "./cluster/cluster-client.ts";
import type { ClusterAccess } from "./cluster/load-kubeconfig.ts";
import { maxInFlight, requestLimiter } from "./cluster/request-limiter.ts";
import { clusterName } from "./cluster-name.ts";
import type { CreateArgs, CreatePlan } from "./create-args.ts";
import { importArgs } from "./import-args.ts";

/** An answer of the API server that begins no later, and pauses no longer. kubectl waits for ever. */
const silenceMs = 30_000;

/** A capture that is ready to be read, as the job that packs it. */
export interface Capture extends AsyncDisposable {
  job: ImportJob;
  source: LiveSource;
  client: ClusterClient;
}

interface OpenCapture {
  io: Io;
  args: CreateArgs;
  plan: CreatePlan;
  access: ClusterAccess;
  settings: RedactionSettings;
  name: string;
}

/** Makes everything ready; the cluster is asked when the job is packed. */
export async function openCapture(opts: OpenCapture): Promise<Capture> {
  const { io, args, plan, access, settings } = opts;
  const { createRedactor, loadRedactionTables } = await import("@kubin/kubernetes");
  const startedAt = Date.now();
  const stop = new AbortController();
  const giveBack = io.onFirstStop(() => {
    tell(io, "Ending with what is there. Ctrl-C once more gives it up.");
    stop.abort();
  });
  const ending = openEnding({ limitMs: plan.timeLimitMs, stop: AbortSignal.any([stop.signal, io.signal]) });
  const client = clusterClient({ access, limiter: requestLimiter(), signal: ending.signal, silenceMs });
  const scope = withKnown(plan, access);
  const about = aboutOf(opts, startedAt);
  const source = liveSource({ client, scope, ending, about, concurrency: maxInFlight });
  const folder = await privateFolder(io);
  const options = redactionOptions(importArgs(args), settings);
  const redaction = { ...options, tables: await loadRedactionTables(options.rules) };
  const { label } = await createRedactor(redaction);
  const job: ImportJob = {
    io,
    args: importArgs(args),
    plan,
    source,
    bundle: { layout: "live", root: "" },
    name: label(opts.name).slice(0, 200),
    redaction,
    includeRaw: false,
    rulesFile: settings.own?.path ?? join(io.cwd, projectConfigName),
    label,
    folder: folder.path,
    picture: capturePicture(source.counts),
    startedAt,
  };
  return {
    job,
    source,
    client,
    async [Symbol.asyncDispose]() {
      giveBack();
      ending[Symbol.dispose]();
      client.close();
      await folder[Symbol.asyncDispose]();
    },
  };
}

/** A caller who may not list namespaces knows that of the context at least. */
function withKnown({ scope }: CreatePlan, { namespace }: ClusterAccess): CreatePlan["scope"] {
  const { namespaces } = scope;
  const known = [...namespaces.known, ...namespaces.only.filter((name) => !name.includes("*")), namespace ?? "default"];
  return { ...scope, namespaces: { ...namespaces, known: [...new Set(known)] } };
}

/** What a capture says of itself to whoever opens it: never who made it, nor the address of the API server. */
function aboutOf({ access, plan, args }: OpenCapture, startedAt: number) {
  const { namespaces, types, labelSelector, logs } = plan.scope;
  return {
    cluster: clusterName(access),
    capturedAt: new Date(startedAt).toISOString(),
    tool: `kubin ${cliVersion}`,
    preset: args.preset ?? "incident",
    ...(plan.note !== undefined && { note: plan.note }),
    ...(Object.keys(plan.labels).length > 0 && { labels: plan.labels }),
    asked: {
      namespaces: namespaces.only,
      exceptNamespaces: namespaces.except,
      types: types.include,
      exceptTypes: types.exclude,
      labelSelector,
      logs: logs ?? false,
      timeLimitMs: plan.timeLimitMs,
    },
  };
}

import { isObject } from "@kubin/kubernetes";
import type { Io } from "../io.ts";
import { formatBytes, formatCount, plural } from "../output/format-numbers.ts";
import { formatTable } from "../output/format-table.ts";
import { printResult } from "../output/print-result.ts";
import { chooseTypes } from "./capture/choose-types.ts";
import { discover } from "./capture/discover.ts";
import { itemsOf } from "./capture/discovered.ts";
import { openEnding } from "./capture/ending.ts";
import { findNamespaces, type NamespaceScope } from "./capture/find-namespaces.ts";
import { gapKindOf, ruleFor } from "./capture/gap-words.ts";
import { merged } from "./capture/merged.ts";
import { listPath, type ResourceType, typeName } from "./capture/resource-type.ts";
import { type ClusterClient, clusterClient } from "./cluster/cluster-client.ts";
import type { ClusterAccess } from "./cluster/load-kubeconfig.ts";
import { readJson } from "./cluster/read-json.ts";
import { maxInFlight, requestLimiter } from "./cluster/request-limiter.ts";
import type { CreateArgs, CreatePlan } from "./create-args.ts";

/** One type as `--dry-run` tells it. */
interface PlannedType {
  type: string;
  version: string;
  namespace: string;
  /** Undefined where the server does not tell: with a selector, or from its cache. */
  objects: number | undefined;
  /** From the size of one of them. */
  bytes: number | undefined;
  /** `ok`, or what the coverage would call it. */
  state: string;
  /** The rule that would allow it. */
  rule?: string;
}

interface PlanCapture {
  io: Io;
  args: CreateArgs;
  plan: CreatePlan;
  access: ClusterAccess;
}

const silenceMs = 30_000;

/** `kubin create --dry-run`: asks for one object of each type, and prints what a capture would ask for. */
export async function planCapture({ io, args, plan, access }: PlanCapture): Promise<void> {
  using ending = openEnding({ limitMs: plan.timeLimitMs, stop: io.signal });
  const client = clusterClient({ access, limiter: requestLimiter(), signal: ending.signal, silenceMs });
  const { scope } = plan;
  const { types, dead } = await discover(client);
  const chosen = chooseTypes(types, scope.types);
  const known = access.namespace === undefined ? [] : [access.namespace];
  const namespaces = await findNamespaces(client, { ...scope.namespaces, known });
  const planned: PlannedType[] = [];
  const questions = chosen.map((type) => askForOne({ client, type, namespaces, selector: scope.labelSelector }));
  for await (const one of merged(questions, maxInFlight)) planned.push(one);
  planned.sort((a, b) => (b.bytes ?? 0) - (a.bytes ?? 0) || (a.type < b.type ? -1 : 1));
  client.close();
  const value = { types: planned, dead, logs: scope.logs ?? false, requests: client.figures().requests };
  await printResult({ io, args, value, table: () => planTable(planned, value) });
}

interface AskForOne {
  client: ClusterClient;
  type: ResourceType;
  namespaces: NamespaceScope;
  selector: string | undefined;
}

async function* askForOne(question: AskForOne): AsyncGenerator<PlannedType> {
  const { type, namespaces } = question;
  if (type.namespaced && namespaces.names !== undefined) {
    for (const namespace of namespaces.names) yield await askIn(question, namespace);
    return;
  }
  const all = await askIn(question, "");
  if (all.state !== "forbidden" || !type.namespaced) return yield all;
  const each: PlannedType[] = [];
  for (const namespace of namespaces.fallback) each.push(await askIn(question, namespace));
  const isAllowed = each.some(({ state }) => state !== "forbidden");
  yield* isAllowed ? each : [all];
}

async function askIn({ client, type, selector }: AskForOne, namespace: string): Promise<PlannedType> {
  const query = new URLSearchParams({ limit: "1", ...(type.namespaced && selector && { labelSelector: selector }) });
  const answer = await readJson(client, { path: `${listPath(type, namespace)}?${query}`, once: true });
  const common = { type: typeName(type), version: type.version, namespace };
  if (!answer.ok) {
    const rule = ruleFor({ group: type.group, resource: type.plural, verb: "list" });
    const state = gapKindOf(answer);
    return { ...common, objects: undefined, bytes: undefined, state, ...(answer.status === 403 && { rule }) };
  }
  const here = itemsOf(answer.value, "items").length;
  const metadata = isObject(answer.value) && isObject(answer.value.metadata) ? answer.value.metadata : {};
  const more = typeof metadata.remainingItemCount === "number" ? metadata.remainingItemCount : 0;
  const isKnown = more > 0 || !metadata.continue;
  const objects = isKnown ? here + more : undefined;
  const bytes = objects === undefined ? undefined : Math.round((answer.bytes.length / Math.max(1, here)) * objects);
  return { ...common, objects, bytes: here === 0 ? 0 : bytes, state: "ok" };
}

function planTable(
  planned: readonly PlannedType[],
  more: { dead: readonly { groupVersion: string }[]; requests: number },
): string {
  const columns = [
    { title: "TYPE" },
    { title: "NAMESPACE" },
    { title: "OBJECTS", right: true },
    { title: "ABOUT", right: true },
    { title: "STATE" },
  ];
  const rows = planned.map(({ type, namespace, objects, bytes, state, rule }) => [
    type,
    namespace,
    objects === undefined ? "?" : formatCount(objects),
    bytes === undefined ? "?" : formatBytes(bytes),
    rule === undefined ? state : `${state}: needs ${rule}`,
  ]);
  const sum = (key: "objects" | "bytes") => planned.reduce((total, one) => total + (one[key] ?? 0), 0);
  const totals = `${plural(planned.length, "list")} · about ${plural(sum("objects"), "object")} · ${formatBytes(sum("bytes"))} before packing`;
  const denied = planned.filter(({ state }) => state === "forbidden").length;
  const dead = more.dead.map(({ groupVersion }) => `  ${groupVersion} does not answer`);
  const lines = [
    totals,
    ...(denied > 0 ? [`${denied} not allowed`] : []),
    ...dead,
    `Asked ${plural(more.requests, "question")}; nothing was captured.`,
  ];
  return `${formatTable({ columns, rows })}\n${lines.join("\n")}\n`;
}

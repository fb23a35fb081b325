import type { Health } from "@kubin/schema";
import { at, type Json, numberAt, recordsAt, textAt } from "./read-json.ts";

/** One container of a pod as its own table shows it. */
export interface PodContainer {
  name: string;
  role: "init" | "app" | "ephemeral";
  image: string;
  health: Health;
  /** "Running", "Waiting: CrashLoopBackOff", "Terminated: OOMKilled", … */
  state: string;
  /** What the kubelet says about it. */
  message: string;
  exitCode: number | undefined;
  /** When the present state began. */
  since: string;
  ready: boolean | undefined;
  restarts: number;
  /** How the run before ended, where there was one. */
  last: { state: string; exitCode: number | undefined; at: string; message: string } | undefined;
  requests: string;
  limits: string;
}

const groups = [
  { role: "init", spec: "initContainers", status: "initContainerStatuses" },
  { role: "app", spec: "containers", status: "containerStatuses" },
  { role: "ephemeral", spec: "ephemeralContainers", status: "ephemeralContainerStatuses" },
] as const;

/** The containers of a pod in the order they start, with what the kubelet last said of each. */
export function podContainers(pod: Json): PodContainer[] {
  return groups.flatMap(({ role, spec, status }) => {
    const statuses = new Map(recordsAt(pod, "status", status).map((one) => [textAt(one, "name"), one]));
    return recordsAt(pod, "spec", spec).map((container) => {
      const name = textAt(container, "name");
      return describe({ name, role, container, status: statuses.get(name) });
    });
  });
}

function describe(opts: { name: string; role: PodContainer["role"]; container: Json; status: Json | undefined }) {
  const { name, role, container, status } = opts;
  const now = stateOf(at(status, "state"));
  const before = stateOf(at(status, "lastState"));
  const ready = at(status, "ready");
  const result: PodContainer = {
    name,
    role,
    image: textAt(container, "image") || textAt(status, "image"),
    health: healthOf({ role, now, ready }),
    state: now.words,
    message: now.message,
    exitCode: now.exitCode,
    since: now.at,
    ready: typeof ready === "boolean" ? ready : undefined,
    restarts: numberAt(status, "restartCount") ?? 0,
    last: before.kind
      ? { state: before.words, exitCode: before.exitCode, at: before.at, message: before.message }
      : undefined,
    requests: amounts(at(container, "resources", "requests")),
    limits: amounts(at(container, "resources", "limits")),
  };
  return result;
}

interface State {
  kind: "waiting" | "running" | "terminated" | undefined;
  words: string;
  reason: string;
  message: string;
  exitCode: number | undefined;
  at: string;
}

function stateOf(state: unknown): State {
  for (const kind of ["waiting", "running", "terminated"] as const) {
    const one = at(state, kind);
    if (one === undefined || one === null) continue;
    const reason = textAt(one, "reason");
    const word = `${kind.charAt(0).toUpperCase()}${kind.slice(1)}`;
    return {
      kind,
      reason,
      words: reason ? `${word}: ${reason}` : word,
      message: textAt(one, "message").trim(),
      exitCode: numberAt(one, "exitCode"),
      at: textAt(one, kind === "running" ? "startedAt" : "finishedAt"),
    };
  }
  return { kind: undefined, words: "", reason: "", message: "", exitCode: undefined, at: "" };
}

/** Reasons to wait that are a normal part of starting. */
const starting = new Set(["", "ContainerCreating", "PodInitializing"]);

function healthOf(opts: { role: PodContainer["role"]; now: State; ready: unknown }): Health {
  const { role, now, ready } = opts;
  if (now.kind === "waiting") return starting.has(now.reason) ? "warning" : "failing";
  if (now.kind === "terminated") return now.exitCode === 0 ? "ok" : "failing";
  if (now.kind === "running") return ready === false && role === "app" ? "warning" : "ok";
  return "unknown";
}

function amounts(value: unknown): string {
  if (typeof value !== "object" || value === null) return "";
  return Object.keys(value)
    .map((name) => `${name} ${textAt(value, name)}`)
    .join(", ");
}

import { flag, isThere, type Json, number, records, text } from "./json.ts";

/** What `kubectl get pods` says of a pod. */
export interface PodStatus {
  status: string;
  ready: number;
  containers: number;
  restarts: number;
}

/** STATUS, READY and RESTARTS by the rules of `printPod` in kubernetes `pkg/printers/internalversion/printers.go`. */
export function podStatus(pod: Json): PodStatus {
  const sidecars = new Set(
    records(pod, "spec.initContainers")
      .filter((container) => text(container, "restartPolicy") === "Always")
      .map((container) => text(container, "name")),
  );
  const init = initStatus(pod, sidecars);
  let status = init.status ?? baseStatus(pod);
  let { restarts, ready } = init;
  if (init.status === undefined || conditionIs(pod, "Initialized", "True")) {
    const main = mainStatus(pod, status);
    status = main.status;
    ready += main.ready;
    restarts = init.sidecarRestarts + main.restarts;
  }
  if (isThere(pod, "metadata.deletionTimestamp")) {
    if (text(pod, "status.reason") === "NodeLost") status = "Unknown";
    else if (!["Succeeded", "Failed"].includes(text(pod, "status.phase"))) status = "Terminating";
  }
  return { status, ready, containers: records(pod, "spec.containers").length + sidecars.size, restarts };
}

/** Whether the pod's condition `type` has this status. */
export function conditionIs(object: Json, type: string, status: string): boolean {
  return records(object, "status.conditions").some(
    (condition) => text(condition, "type") === type && text(condition, "status") === status,
  );
}

function baseStatus(pod: Json): string {
  const gated = records(pod, "status.conditions").some(
    (condition) => text(condition, "type") === "PodScheduled" && text(condition, "reason") === "SchedulingGated",
  );
  if (gated) return "SchedulingGated";
  return text(pod, "status.reason") || text(pod, "status.phase") || "Unknown";
}

/** `status` is undefined once all init containers are through. */
function initStatus(pod: Json, sidecars: ReadonlySet<string>) {
  let restarts = 0;
  let sidecarRestarts = 0;
  let ready = 0;
  for (const [index, container] of records(pod, "status.initContainerStatuses").entries()) {
    const isSidecar = sidecars.has(text(container, "name"));
    restarts += restartsOf(container);
    if (isSidecar) sidecarRestarts += restartsOf(container);
    if (isThere(container, "state.terminated") && number(container, "state.terminated.exitCode") === 0) continue;
    if (isSidecar && flag(container, "started")) {
      if (flag(container, "ready")) ready += 1;
      continue;
    }
    const total = records(pod, "spec.initContainers").length;
    return { status: stuckInit(container, `${index}/${total}`), restarts, sidecarRestarts, ready };
  }
  return { status: undefined, restarts, sidecarRestarts, ready };
}

function stuckInit(container: Json, position: string): string {
  if (isThere(container, "state.terminated")) return `Init:${terminatedStatus(container)}`;
  const waiting = text(container, "state.waiting.reason");
  return waiting !== "" && waiting !== "PodInitializing" ? `Init:${waiting}` : `Init:${position}`;
}

function mainStatus(pod: Json, base: string) {
  let status = base;
  let restarts = 0;
  let ready = 0;
  let isRunning = false;
  for (const container of records(pod, "status.containerStatuses").reverse()) {
    restarts += restartsOf(container);
    const waiting = text(container, "state.waiting.reason");
    if (waiting !== "") status = waiting;
    else if (isThere(container, "state.terminated")) status = terminatedStatus(container);
    else if (flag(container, "ready") && isThere(container, "state.running")) {
      isRunning = true;
      ready += 1;
    }
  }
  if (status === "Completed" && isRunning) status = conditionIs(pod, "Ready", "True") ? "Running" : "NotReady";
  return { status, restarts, ready };
}

function terminatedStatus(container: Json): string {
  const reason = text(container, "state.terminated.reason");
  if (reason !== "") return reason;
  const signal = number(container, "state.terminated.signal") ?? 0;
  return signal !== 0 ? `Signal:${signal}` : `ExitCode:${number(container, "state.terminated.exitCode") ?? 0}`;
}

/** Counted as a number that no database refuses, whatever the capture says. */
function restartsOf(container: Json): number {
  return Math.min(Math.max(0, Math.trunc(number(container, "restartCount") ?? 0)), 1_000_000);
}

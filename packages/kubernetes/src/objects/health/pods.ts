import type { Verdict } from "../described-object.ts";
import { dig, flag, isThere, type Json, number, records, text } from "../json.ts";
import { type PodStatus, podStatus } from "../pod-status.ts";
import { conditionOf, explain, failing, ok, warning } from "./verdict.ts";

/** A running pod restarted this often, and not by a clean exit, is worth a look. */
const manyRestarts = 3;

/** How a pod does, in the words of its container that is worst off. */
export function judgePod(pod: Json): Verdict {
  const status = podStatus(pod);
  const phase = text(pod, "status.phase");
  if (phase === "Succeeded") return ok;
  if (isThere(pod, "metadata.deletionTimestamp")) {
    return warning(status.status, status.status === "Terminating" ? "deletion was asked for, it was still there" : "");
  }
  if (phase === "Failed") return judgeFailed(pod, status);
  const stuck = judgeWaiting(pod, status);
  if (stuck !== undefined) return stuck;
  if (phase === "Pending") return judgePending(pod, status);
  if (phase === "Unknown") return failing("Unknown", text(pod, "status.message") || "its node does not answer");
  return judgeRunning(pod, status);
}

function containerStatuses(pod: Json): Json[] {
  return [...records(pod, "status.initContainerStatuses"), ...records(pod, "status.containerStatuses")];
}

/** A failed pod of a Job is one try of it; the Job tells whether all of them failed. An evicted one is only a trace. */
function judgeFailed(pod: Json, { status }: PodStatus): Verdict {
  const ended = containerStatuses(pod).find((container) => (number(container, "state.terminated.exitCode") ?? 0) !== 0);
  if (ended !== undefined && status === "OOMKilled") return judgeTry(pod, [oomOf(pod, ended), exitOf(ended, "state")]);
  const why = text(pod, "status.message") || (ended === undefined ? "" : exitAndWhy(pod, ended, "state"));
  if (status === "Evicted" || status === "Shutdown") return warning(status, why);
  return judgeTry(pod, [status, why]);
}

function judgeTry(pod: Json, told: readonly string[]): Verdict {
  const isTry = records(pod, "metadata.ownerReferences").some((owner) => text(owner, "kind") === "Job");
  return isTry ? warning(...told) : failing(...told);
}

const stillStarting = new Set(["", "ContainerCreating", "PodInitializing"]);

function judgeWaiting(pod: Json, { status, restarts }: PodStatus): Verdict | undefined {
  const isStuck = (container: Json) => !stillStarting.has(text(container, "state.waiting.reason"));
  const container = containerStatuses(pod).find(isStuck);
  if (container === undefined) return undefined;
  const name = text(container, "name");
  const reason = text(container, "state.waiting.reason");
  const title = status.endsWith(reason) ? status : reason;
  if (reason === "CrashLoopBackOff") {
    const exit = isThere(container, "lastState.terminated") ? exitAndWhy(pod, container, "lastState") : name;
    return failing(title, `${exit}, ${plural(restarts, "restart")}`);
  }
  const message = text(container, "state.waiting.message");
  if (/^(ImagePullBackOff|ErrImagePull|InvalidImageName|ImageInspectError|ErrImageNeverPull)$/.test(reason)) {
    const said = reason === "ImagePullBackOff" ? "" : message;
    return failing(title, `${name} cannot pull ${text(container, "image")}`, said);
  }
  return failing(title, name, message);
}

function judgePending(pod: Json, { status }: PodStatus): Verdict {
  const unscheduled = conditionOf(pod, { type: "PodScheduled", status: "False" });
  if (unscheduled?.reason === "SchedulingGated") return warning("SchedulingGated", unscheduled.message);
  if (unscheduled !== undefined) return failing("Pending", explain(unscheduled));
  if (status.startsWith("Init:")) {
    const current = records(pod, "status.initContainerStatuses").find(
      (container) => number(container, "state.terminated.exitCode") !== 0,
    );
    const name = text(current, "name");
    if (current !== undefined && isThere(current, "state.terminated")) {
      return failing(status, exitAndWhy(pod, current, "state"));
    }
    return warning(status, name === "" ? "" : `init container ${name} has not finished`);
  }
  if (text(pod, "spec.nodeName") === "") return warning("Pending", "not scheduled yet");
  return warning(status === "Pending" ? "Pending" : status, `starting on ${text(pod, "spec.nodeName")}`);
}

function judgeRunning(pod: Json, status: PodStatus): Verdict {
  const containers = records(pod, "status.containerStatuses");
  const failed = containers.find((container) => (number(container, "state.terminated.exitCode") ?? 0) !== 0);
  if (failed !== undefined) {
    const isOom = text(failed, "state.terminated.reason") === "OOMKilled";
    const told = isOom
      ? [oomOf(pod, failed), exitOf(failed, "state")]
      : [status.status, exitAndWhy(pod, failed, "state")];
    return failing(...told, restartNote(status));
  }
  const unready = conditionOf(pod, { type: "Ready", status: "False" });
  if (unready !== undefined && unready.reason !== "PodCompleted") return judgeUnready(pod, status);
  const crashed = containers.find((container) => text(container, "lastState.terminated.reason") === "OOMKilled");
  const restarted = containers.find((container) => (number(container, "lastState.terminated.exitCode") ?? 0) !== 0);
  const told = crashed ?? (status.restarts >= manyRestarts ? restarted : undefined);
  if (told !== undefined)
    return warning(`${plural(status.restarts, "restart")}, last: ${exitAndWhy(pod, told, "lastState")}`);
  return ok;
}

function judgeUnready(pod: Json, { ready, containers }: PodStatus): Verdict {
  const specs = records(pod, "spec.containers");
  const unready = records(pod, "status.containerStatuses").filter((container) => !flag(container, "ready"));
  const names = unready.map((container) => {
    const spec = specs.find((candidate) => text(candidate, "name") === text(container, "name"));
    const probe = probeText(dig(spec, "readinessProbe"));
    return `${text(container, "name")}${probe === "" ? "" : ` (readiness probe ${probe})`}`;
  });
  const gate = conditionOf(pod, { type: "Ready", status: "False" })?.message ?? "";
  return failing("Not ready", `${ready}/${containers} containers ready`, names.slice(0, 5).join(", ") || gate);
}

function probeText(probe: unknown): string {
  if (isThere(probe, "httpGet")) return `GET :${text(probe, "httpGet.port")}${text(probe, "httpGet.path")}`;
  if (isThere(probe, "tcpSocket")) return `tcp :${text(probe, "tcpSocket.port")}`;
  if (isThere(probe, "grpc")) return `grpc :${text(probe, "grpc.port")}`;
  return isThere(probe, "exec") ? "exec" : "";
}

/** "app exited 137, OOMKilled at 128Mi". */
function exitAndWhy(pod: Json, container: Json, at: "state" | "lastState"): string {
  const reason = text(container, `${at}.terminated.reason`);
  const exit = exitOf(container, at);
  if (reason === "OOMKilled") return `${exit}, ${oomOf(pod, container)}`;
  return ["", "Error", "Completed", "Unknown"].includes(reason) ? exit : `${exit}, ${reason}`;
}

/** "app exited 137". */
function exitOf(container: Json, at: "state" | "lastState"): string {
  const signal = number(container, `${at}.terminated.signal`) ?? 0;
  const exit = `${text(container, "name")} exited ${number(container, `${at}.terminated.exitCode`) ?? 0}`;
  return signal > 0 ? `${exit}, signal ${signal}` : exit;
}

/** "OOMKilled at 128Mi": the limit it ran into, where it had one. */
function oomOf(pod: Json, container: Json): string {
  const specs = [...records(pod, "spec.containers"), ...records(pod, "spec.initContainers")];
  const limit = text(
    specs.find((spec) => text(spec, "name") === text(container, "name")),
    "resources.limits.memory",
  );
  return limit === "" ? "OOMKilled" : `OOMKilled at ${limit}`;
}

function restartNote({ restarts }: PodStatus): string {
  return restarts === 0 ? "" : plural(restarts, "restart");
}

function plural(count: number, word: string): string {
  return `${count} ${word}${count === 1 ? "" : "s"}`;
}

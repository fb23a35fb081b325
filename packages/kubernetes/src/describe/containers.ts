import { dig, isThere, type Json, number, record, records, text } from "../objects/json.ts";
import { describeEnvironment } from "./environment.ts";
import { field, mapBelow, texts, timeText } from "./fields.ts";
import type { Page } from "./page.ts";
import { probeText } from "./probe-text.ts";

interface Containers {
  title: string;
  containers: readonly Json[];
  /** Of a pod; a template has none. */
  statuses: readonly Json[] | undefined;
  level: number;
}

/** The containers of a pod or of a template, each with state, amounts, probes, environment and mounts. */
export function describeContainers(page: Page, { title, containers, statuses, level }: Containers): void {
  page.row(level, `${title}:`);
  for (const container of containers) {
    const name = text(container, "name");
    const status = statuses?.find((one) => text(one, "name") === name);
    page.row(level + 1, `${name}:`);
    const inner = level + 2;
    if (status) field(page, inner, "Container ID", text(status, "containerID"));
    field(page, inner, "Image", text(container, "image"));
    if (status) field(page, inner, "Image ID", text(status, "imageID"));
    ports(page, container, inner);
    lines(page, { level: inner, title: "Command", values: texts(container, "command") });
    lines(page, { level: inner, title: "Args", values: texts(container, "args") });
    if (status) state(page, status, inner);
    mapBelow(page, inner, "Limits", dig(container, "resources.limits"));
    mapBelow(page, inner, "Requests", dig(container, "resources.requests"));
    for (const probe of ["liveness", "readiness", "startup"]) {
      const found = dig(container, `${probe}Probe`);
      const title = probe.charAt(0).toUpperCase() + probe.slice(1);
      if (found !== undefined && found !== null) field(page, inner, title, probeText(record(found)));
    }
    describeEnvironment(page, container, inner);
    mounts(page, container, inner);
  }
}

function ports(page: Page, container: Json, level: number): void {
  const all = records(container, "ports");
  const of = (key: string) => all.map((one) => `${number(one, key) ?? 0}/${text(one, "protocol") || "TCP"}`).join(", ");
  const many = all.length > 1 ? "s" : "";
  page.row(level, `Port${many}:`, all.length === 0 ? "<none>" : of("containerPort"));
  page.row(level, `Host Port${many}:`, all.length === 0 ? "<none>" : of("hostPort"));
}

function lines(
  page: Page,
  { level, title, values }: { level: number; title: string; values: readonly string[] },
): void {
  if (values.length === 0) return;
  page.row(level, `${title}:`);
  for (const value of values) for (const line of value.split("\n")) page.row(level + 1, line);
}

function state(page: Page, status: Json, level: number): void {
  oneState(page, { title: "State", state: dig(status, "state"), level });
  if (Object.keys(record(status.lastState)).length > 0)
    oneState(page, { title: "Last State", state: status.lastState, level });
  page.row(level, "Ready:", status.ready === true ? "True" : "False");
  page.row(level, "Restart Count:", String(number(status, "restartCount") ?? 0));
}

function oneState(page: Page, { title, state: at, level }: { title: string; state: unknown; level: number }): void {
  if (isThere(at, "running")) {
    page.row(level, `${title}:`, "Running");
    field(page, level + 1, "Started", timeText(text(at, "running.startedAt")));
    return;
  }
  if (isThere(at, "terminated")) {
    const of = (name: string) => text(at, `terminated.${name}`);
    page.row(level, `${title}:`, "Terminated");
    field(page, level + 1, "Reason", of("reason"));
    field(page, level + 1, "Message", of("message").trim());
    page.row(level + 1, "Exit Code:", of("exitCode") || "0");
    field(page, level + 1, "Signal", of("signal"));
    page.row(level + 1, "Started:", timeText(of("startedAt")));
    page.row(level + 1, "Finished:", timeText(of("finishedAt")));
    return;
  }
  page.row(level, `${title}:`, "Waiting");
  field(page, level + 1, "Reason", text(at, "waiting.reason"));
}

function mounts(page: Page, container: Json, level: number): void {
  const all = records(container, "volumeMounts").sort((a, b) => (text(a, "mountPath") < text(b, "mountPath") ? -1 : 1));
  if (all.length === 0) page.row(level, "Mounts:", "<none>");
  else page.row(level, "Mounts:");
  for (const mount of all) {
    const sub = text(mount, "subPath");
    const flags = [mount.readOnly === true ? "ro" : "rw", ...(sub ? [`path="${sub}"`] : [])].join(",");
    page.row(level + 1, `${text(mount, "mountPath")} from ${text(mount, "name")} (${flags})`);
  }
  const devices = records(container, "volumeDevices");
  if (devices.length > 0) page.row(level, "Devices:");
  for (const device of devices) page.row(level + 1, `${text(device, "devicePath")} from ${text(device, "name")}`);
}

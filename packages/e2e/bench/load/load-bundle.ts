import { createHash } from "node:crypto";
import { logsPart, type MadePart, objectsPart, pod } from "../../src/testbed/make-parts.ts";

const namespaces = 5;
const podsEach = 40;
const eventsEach = 60;
const linesEach = 400;

export interface LoadBundle {
  parts: MadePart[];
  bytes: number;
  /** What must be found in each snapshot made of it; events are objects too. */
  objects: number;
  events: number;
  lines: number;
}

/** About 110 KB as stored: what a small cluster has, in 15 parts. Filled with digests, since even text would pack away. */
export function loadBundle(): LoadBundle {
  const parts = Array.from({ length: namespaces }, (_, index) => partsOf(`team-${index}`)).flat();
  const bytes = parts.reduce((sum, { entry }) => sum + entry.size, 0);
  const events = namespaces * eventsEach;
  return { parts, bytes, objects: namespaces * podsEach + events, events, lines: namespaces * linesEach };
}

function partsOf(namespace: string): MadePart[] {
  const names = numbers(podsEach).map((index) => `web-${hex(`${namespace} ${index}`, 10)}`);
  const pods = names.map((name) =>
    pod(namespace, name, { spec: { containers: [container(name)] }, status: { phase: "Running" } }),
  );
  const events = numbers(eventsEach).map((index) => event(namespace, names[index % podsEach] ?? "", index));
  const streams = names.map((name) => ({
    stream: { namespace, pod: name, container: "app", source: "current" as const },
    lines: numbers(linesEach / podsEach).map((index) => line(name, index)),
  }));
  return [
    objectsPart("resources", namespace, pods),
    objectsPart("events", namespace, events),
    logsPart(namespace, streams),
  ];
}

function container(name: string) {
  const env = numbers(7).map((index) => ({ name: `SETTING_${index}`, value: hex(`${name} env ${index}`, 24) }));
  return { name: "app", image: `registry.example/app:${hex(name, 12)}`, env };
}

function event(namespace: string, name: string, index: number) {
  const at = new Date(Date.UTC(2026, 0, 1, 0, index)).toISOString();
  const object = {
    apiVersion: "v1",
    kind: "Event",
    metadata: { name: `${name}.${hex(`${name} ${index}`, 16)}`, namespace },
    type: index % 3 === 0 ? "Warning" : "Normal",
    reason: index % 3 === 0 ? "Unhealthy" : "Pulled",
    message: `probe ${hex(`probe ${name} ${index}`, 20)} failed`,
    count: 1,
    firstTimestamp: at,
    lastTimestamp: at,
    involvedObject: { apiVersion: "v1", kind: "Pod", namespace, name },
  };
  return { plural: "events", object };
}

function line(name: string, index: number): string {
  const at = new Date(Date.UTC(2026, 0, 1, 0, 0, index)).toISOString();
  const level = index % 20 === 0 ? "error" : "info";
  return `${at} level=${level} request=${hex(`${name} line ${index}`, 32)} answered in ${index % 90} ms`;
}

function numbers(count: number): number[] {
  return Array.from({ length: count }, (_, index) => index);
}

function hex(seed: string, length: number): string {
  return createHash("sha256").update(seed).digest("hex").slice(0, length);
}

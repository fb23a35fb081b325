import type { JsonObject } from "../../bundle/json-object.ts";

/** Where a text stands in a snapshot: in a line of a log or document, or in an object. */
export type Place = { name: string; line(text: string): string } | { name: string; object(text: string): JsonObject };

const pod = (container: JsonObject, metadata: JsonObject = {}): JsonObject => ({
  apiVersion: "v1",
  kind: "Pod",
  metadata: { name: "web-0", namespace: "shop", ...metadata },
  spec: { containers: [{ name: "app", image: "registry.example.com/web:1.2", ...container }] },
});

/** Places of every part of a snapshot. */
export const places: readonly Place[] = [
  {
    name: "klog line",
    line: (text) => `2026-11-23T10:41:58.203Z I1123 10:41:58.203000       1 client.go:42] using ${text}`,
  },
  {
    name: "logfmt line",
    line: (text) => `2026-11-23T10:41:58.203Z time="2026-11-23" level=info msg="start" detail='${text}'`,
  },
  { name: "json line", line: (text) => JSON.stringify({ ts: 1.5, level: "info", msg: `connect with ${text}` }) },
  { name: "bare line", line: (text) => text },
  { name: "stack line", line: (text) => `\tat com.example.Client.open(Client.java:42) [${text}]` },
  { name: "argument", object: (text) => pod({ args: ["serve", text] }) },
  { name: "command line", object: (text) => pod({ command: ["sh", "-c", `exec app '${text}'`] }) },
  { name: "environment value", object: (text) => pod({ env: [{ name: "STARTUP", value: text }] }) },
  { name: "annotation", object: (text) => pod({}, { annotations: { "example.com/note": text } }) },
  {
    name: "config map text",
    object: (text) => ({
      apiVersion: "v1",
      kind: "ConfigMap",
      metadata: { name: "c", namespace: "shop" },
      data: { "app.properties": `a=1\n${text}\nb=2\n` },
    }),
  },
  {
    name: "custom resource",
    object: (text) => ({
      apiVersion: "example.com/v1",
      kind: "Widget",
      metadata: { name: "w", namespace: "shop" },
      spec: { deep: [{ settings: { startup: text } }] },
    }),
  },
  {
    name: "event message",
    object: (text) => ({
      apiVersion: "v1",
      kind: "Event",
      metadata: { name: "e", namespace: "shop" },
      message: `Error: failed to start: ${text}`,
    }),
  },
];

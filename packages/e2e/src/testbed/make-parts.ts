import { createHash } from "node:crypto";
import { gzipSync } from "node:zlib";
import { type LogMember, type LogStreamRef, type Manifest, manifestVersion, type PartEntry } from "@kubin/schema";

export interface MadePart {
  entry: PartEntry;
  bytes: Uint8Array;
}

interface TestObject {
  plural: string;
  object: Record<string, unknown>;
}

/** A `resources` or `events` part, packed as an uploader does. */
export function objectsPart(type: "resources" | "events", namespace: string, records: TestObject[]): MadePart {
  const bytes = gzipSync(records.map((record) => `${JSON.stringify(record)}\n`).join(""));
  return { entry: { type, namespace, sha256: digest(bytes), size: bytes.length, items: records.length }, bytes };
}

/** A log as it stands in its file. */
export interface RawLog {
  stream: LogStreamRef;
  raw: Uint8Array;
  lines: number;
}

/** A `logs` part of one namespace: one gzip member a stream. */
export function logsPart(namespace: string, streams: { stream: LogStreamRef; lines: string[] }[]): MadePart {
  const toRaw = (lines: string[]) => Buffer.from(lines.map((line) => `${line}\n`).join(""));
  return rawLogsPart(
    namespace,
    streams.map(({ stream, lines }) => ({ stream, raw: toRaw(lines), lines: lines.length })),
  );
}

/** The same of bytes, which need not be UTF-8. */
export function rawLogsPart(namespace: string, logs: readonly RawLog[]): MadePart {
  const members: LogMember[] = [];
  const packed: Buffer[] = [];
  let offset = 0;
  for (const { stream, raw, lines } of logs) {
    const member = gzipSync(raw);
    members.push({ ...stream, offset, length: member.length, firstLine: 0, lines, bytes: raw.length });
    packed.push(member);
    offset += member.length;
  }
  const bytes = Buffer.concat(packed);
  const items = members.reduce((sum, member) => sum + member.lines, 0);
  return {
    entry: { type: "logs", namespace, sha256: digest(bytes), size: bytes.length, items, members },
    bytes,
  };
}

export function manifestOf(parts: Pick<MadePart, "entry">[], more: Partial<Manifest> = {}): Manifest {
  return {
    version: manifestVersion,
    facts: { layout: "test", tool: "kubin e2e", capturedAt: "2021-08-05T10:00:00Z" },
    truncated: false,
    parts: parts.map((part) => part.entry),
    coverage: [],
    redactions: [],
    ...more,
  };
}

export function pod(namespace: string, name: string, more: Record<string, unknown> = {}): TestObject {
  const metadata = { name, namespace, uid: `uid-${namespace}-${name}`, creationTimestamp: "2021-08-05T09:00:00Z" };
  const spec = { containers: [{ name: "app", image: "registry.example/app:1" }] };
  return { plural: "pods", object: { apiVersion: "v1", kind: "Pod", metadata, spec, ...more } };
}

function digest(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}

import { randomUUID } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  beginUpload,
  type Ctx,
  completeUpload,
  hashSecret,
  type Ports,
  recordStoredObject,
  type Scope,
  signParts,
} from "@kubin/core";
import { type EmbeddedPorts, openEmbedded } from "@kubin/embedded";
import type { Manifest, Snapshot } from "@kubin/schema";
import { type MadePart, manifestOf } from "../testbed/make-parts.ts";

/** Real embedded ports under a clock that only moves when told to. */
export interface WorkBench {
  ports: EmbeddedPorts;
  /** The system, on these ports or on others. */
  system(ports?: Ports): Ctx;
  pass(ms: number): void;
  upload(): Promise<TestUpload>;
  close(): Promise<void>;
}

export interface TestUpload {
  snapshotId: string;
  scope: Scope;
  /** Who holds its ticket. */
  uploader: Ctx;
  /** On other ports than those of the bench, if given. */
  sign(parts: MadePart[], on?: Ports): Promise<string[]>;
  /** The bytes arrive in the store; nobody is told. */
  put(part: MadePart): Promise<string>;
  /** Signs, puts and records. */
  store(...parts: MadePart[]): Promise<void>;
  complete(parts: MadePart[], more?: Partial<Manifest>): Promise<Snapshot>;
}

export const settings = {
  publicUrl: "http://127.0.0.1:1",
  signedUrlTtlMs: 900_000,
  silentUploadMs: 900_000,
  leaseMs: 60_000,
};

export async function openWorkBench(): Promise<WorkBench> {
  const dataDir = await mkdtemp(join(tmpdir(), "kubin-work-"));
  let passedMs = 0;
  const clock = { now: () => new Date(Date.now() + passedMs) };
  const ids = { uuid: () => randomUUID(), secret: () => randomUUID() };
  const quiet = () => undefined;
  const log = { debug: quiet, info: quiet, warn: quiet, error: quiet };
  const metrics = { count: quiet, observe: quiet };
  const ports = await openEmbedded({ dataDir, publicUrl: settings.publicUrl, clock, ids, log });
  const signal = new AbortController().signal;
  const base = { clock, ids, log, metrics, settings, signal };
  const system = (other: Ports = ports): Ctx => ({ ...base, ports: other, actor: { kind: "system" } });
  return {
    ports,
    system,
    pass: (ms) => {
      passedMs += ms;
    },
    upload: () => beginTestUpload({ ports, base: { ...base, ports }, system }),
    close: async () => {
      await ports.close();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

async function beginTestUpload(opts: {
  ports: EmbeddedPorts;
  base: Omit<Ctx, "actor">;
  system: () => Ctx;
}): Promise<TestUpload> {
  const { ports, base, system } = opts;
  const begun = await beginUpload({
    ctx: { ...base, actor: { kind: "owner" } },
    input: { name: "test", layout: "test", manifestVersion: 1, expiresInDays: 7 },
  });
  const ctx: Ctx = { ...base, actor: { kind: "ticket", ticketHash: hashSecret(begun.ticket) } };
  const snapshotId = begun.id;
  const { generation, retainWeek } = await existing(ports, snapshotId);
  const sign = async (parts: MadePart[], on: Ports = ports) => {
    const signed = await signParts({
      ctx: { ...ctx, ports: on },
      input: { snapshotId, parts: parts.map(({ entry }) => entry) },
    });
    return signed.parts.map(({ key }) => key);
  };
  const put = async (part: MadePart): Promise<string> => {
    const signed = await signParts({ ctx, input: { snapshotId, parts: [part.entry] } });
    const [{ key, upload } = { key: "", upload: undefined }] = signed.parts;
    if (upload === undefined) return key;
    const request = new Request(upload.url, {
      method: "PUT",
      headers: { ...upload.headers, "content-length": String(part.bytes.length) },
      body: new Uint8Array(part.bytes),
    });
    const answer = await ports.objects.serve(request);
    if (!answer.ok) throw new Error(`PUT answered ${answer.status}: ${await answer.text()}`);
    return key;
  };
  return {
    snapshotId,
    uploader: ctx,
    scope: { snapshotId, generation, retainWeek, namespaces: "all", logs: true },
    sign,
    put,
    store: async (...parts) => {
      for (const part of parts) {
        const key = await put(part);
        await recordStoredObject({ ctx: system(), input: { key, size: part.bytes.length } });
      }
    },
    complete: (parts, more) => completeUpload({ ctx, input: { snapshotId, manifest: manifestOf(parts, more) } }),
  };
}

async function existing({ metadata }: Ports, snapshotId: string) {
  const snapshot = await metadata.findSnapshot(snapshotId);
  if (snapshot === undefined) throw new Error("the snapshot was not made");
  return snapshot;
}

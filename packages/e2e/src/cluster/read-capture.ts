import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { gunzipSync } from "node:zlib";
import { Manifest, PartRecord } from "@kubin/schema";

export interface ReadCapture {
  manifest: Manifest;
  objects: PartRecord[];
  /** Lines of each stream, by `namespace/pod/container/source`. */
  logs: Map<string, Buffer>;
  /** By their path. */
  documents: Map<string, string>;
  /** Everything that would have been sent, unpacked. */
  everything: Buffer[];
}

/** Reads a kubin file with the tools of the system: what is in it is judged without the code that wrote it. */
export async function readCapture(file: string): Promise<ReadCapture> {
  const folder = await mkdtemp(join(tmpdir(), "kubin-capture-"));
  try {
    await promisify(execFile)("tar", ["-xf", file, "-C", folder]);
    const text = await readFile(join(folder, "manifest.json"));
    const manifest = Manifest.parse(JSON.parse(text.toString()));
    const read: ReadCapture = { manifest, objects: [], logs: new Map(), documents: new Map(), everything: [text] };
    for (const part of manifest.parts) {
      const packed = await readFile(join(folder, "parts", part.type, part.namespace || "_cluster", part.sha256));
      const bytes = gunzipSync(packed);
      read.everything.push(bytes);
      if (part.type === "bundle") read.documents.set(part.path ?? "", bytes.toString());
      if (part.type === "resources" || part.type === "events") read.objects.push(...recordsIn(bytes));
      for (const member of part.members ?? []) {
        const { namespace, pod, container, source, offset, length } = member;
        const key = [namespace, pod, container, source].join("/");
        const lines = gunzipSync(packed.subarray(offset, offset + length));
        read.logs.set(key, Buffer.concat([read.logs.get(key) ?? Buffer.alloc(0), lines]));
      }
    }
    return read;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function recordsIn(bytes: Buffer): PartRecord[] {
  const lines = bytes.toString().trimEnd().split("\n");
  return lines.filter((line) => line !== "").map((line) => PartRecord.parse(JSON.parse(line)));
}

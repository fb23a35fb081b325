import { copyFile, mkdir, readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { RawLog } from "../../../src/testbed/make-parts.ts";

const podLog = /(?:^|\/)namespaces\/([^/]+)\/pods\/([^/]+)\/([^/]+)\/[^/]+\/logs\/(current|previous)\.log$/;

/**
 * The pod logs of an unpacked must-gather that have lines, and a copy of each in `into`. Readings that were made without
 * a certificate (`.insecure.log`) are empty in the bundles at hand, which the truths confirm.
 */
export async function readPodLogs(unpacked: string, into: string): Promise<RawLog[]> {
  const logs: RawLog[] = [];
  await mkdir(into, { recursive: true });
  const paths = await readdir(unpacked, { recursive: true });
  for (const path of paths.sort()) {
    const [, namespace = "", pod = "", container = "", source] = podLog.exec(path) ?? [];
    if (source === undefined) continue;
    const raw = await readFile(join(unpacked, path));
    if (raw.length === 0) continue;
    await copyFile(join(unpacked, path), join(into, `${logs.length}.log`));
    const stream = { namespace, pod, container, source: source === "previous" ? source : "current" } as const;
    logs.push({ stream, raw, lines: countLines(raw) });
  }
  return logs;
}

function countLines(raw: Uint8Array): number {
  let lines = 0;
  for (let at = raw.indexOf(10); at >= 0; at = raw.indexOf(10, at + 1)) lines += 1;
  return raw.length > 0 && raw.at(-1) !== 10 ? lines + 1 : lines;
}

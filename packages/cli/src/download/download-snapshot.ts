import { mkdir, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import type { Download } from "@kubin/schema";
import { type Io, tell } from "../io.ts";
import { formatBytes, plural } from "../output/format-numbers.ts";
import { inert } from "../output/inert.ts";
import { printResult, type ResultArgs } from "../output/print-result.ts";
import { openContent } from "../session/open-content.ts";

import type { WantedArgs } from "../session/wanted-snapshot.ts";
import { inRange } from "../usage/in-range.ts";
import { fetchFile } from "./fetch-file.ts";
import { safeFilePath } from "./safe-file-path.ts";

interface DownloadArgs extends WantedArgs, ResultArgs {
  dir?: string | undefined;
  parallel: number;
}

/** Signed URLs are asked for again after this many files: they do not live for ever. */
const batch = 200;

/** `kubin download`: every stored part as a file, each checked against its digest, and `snapshot.json` that lists them. */
export async function downloadSnapshot(io: Io, args: DownloadArgs): Promise<undefined> {
  const parallel = inRange({ name: "--parallel", value: args.parallel, min: 1, max: 32 });
  const { client, snapshot } = await openContent(io, args);
  const directory = resolve(args.dir ?? `kubin-${snapshot.id}`);
  const ask = () => client.storage.downloads.query({ snapshotId: snapshot.id });
  const all = (await ask()).items;
  await mkdir(directory, { recursive: true });
  const files: { path: string; size: number; sha256: string; type: string; namespace: string }[] = [];
  const named = all.map((item) => ({ item, path: safeFilePath(item) }));
  for (let at = 0; at < named.length; at += batch) {
    const urls = new Map((at === 0 ? all : (await ask()).items).map((item) => [keyOf(item), item.url]));
    const waiting = named.slice(at, at + batch);
    const work = async () => {
      for (let next = waiting.shift(); next; next = waiting.shift()) {
        const { item, path } = next;
        const { sha256, size, type, namespace } = item;
        const url = urls.get(keyOf(item)) ?? item.url;
        await fetchFile({ url, sha256, size, path: join(directory, path), signal: io.signal });
        files.push({ path, size, sha256, type, namespace });
      }
    };
    await Promise.all(Array.from({ length: parallel }, work));
    if (!args.quiet && io.terminal.stderr) tell(io, `${files.length} of ${plural(named.length, "file")}`);
  }
  files.sort((a, b) => (a.path < b.path ? -1 : 1));
  const listing = join(directory, "snapshot.json");
  await writeFile(listing, `${JSON.stringify({ snapshot, files }, null, 2)}\n`);
  const bytes = files.reduce((sum, file) => sum + file.size, 0);
  const table = () =>
    `${inert(directory)}: ${plural(files.length, "file")}, ${formatBytes(bytes)}, listed in snapshot.json\n`;
  await printResult({ io, args, value: { directory, files }, table });
}

function keyOf(item: Download): string {
  return `${item.type}/${item.namespace}/${item.sha256}`;
}

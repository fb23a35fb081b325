import { access, mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { run } from "../../../../../infra/engines/process/run.ts";
import type { RawLog } from "../../../src/testbed/make-parts.ts";
import { type FileTruth, type NeedleTruth, readFileTruths, readNeedleTruths } from "./oracles.ts";
import { readPodLogs } from "./read-pod-logs.ts";

/** A real must-gather, unpacked by tar alone. */
export interface MustGather {
  name: string;
  /** As one .tgz. */
  packed: string;
  /** Folder with its pod logs and nothing else, for grep. */
  logsFolder: string;
  /** Those that are not empty. */
  logs: RawLog[];
  lines: number;
  bytes: number;
  files: FileTruth[];
  needles: NeedleTruth[];
}

export interface LogCorpus extends AsyncDisposable {
  mustGathers: [MustGather, ...MustGather[]];
  /** Room for what a figure makes; removed at the end. */
  folder: string;
}

const names = ["must-gather-aws", "must-gather-azure"];

/** The must-gathers of a corpus, or the one of the samples, with what is known of them. */
export async function openCorpus(corpus: string): Promise<LogCorpus> {
  const folder = await mkdtemp(join(tmpdir(), "kubin-corpus-"));
  const close = () => rm(folder, { recursive: true, force: true });
  try {
    const found: MustGather[] = [];
    for (const name of names) {
      const archive = await firstThatIs([
        join(corpus, "bundles/openshift-must-gather-clean", `${name}.tar.xz`),
        join(corpus, `${name}.tar.gz`),
      ]);
      if (archive !== undefined) found.push(await openMustGather({ corpus, name, archive, folder }));
    }
    const [first, ...more] = found;
    if (first === undefined) throw new Error(`${corpus} holds none of ${names.join(", ")}.`);
    return { mustGathers: [first, ...more], folder, [Symbol.asyncDispose]: close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function openMustGather(opts: {
  corpus: string;
  name: string;
  archive: string;
  folder: string;
}): Promise<MustGather> {
  const { corpus, name, archive, folder } = opts;
  const unpacked = join(folder, "unpacked", name);
  await mkdir(unpacked, { recursive: true });
  await run("tar", ["xf", archive, "-C", unpacked]);
  const packed = join(folder, `${name}.tgz`);
  await run("tar", ["czf", packed, "-C", unpacked, "."]);
  const logsFolder = join(folder, "logs", name);
  const logs = await readPodLogs(unpacked, logsFolder);
  const [files, needles] = await Promise.all([readFileTruths(corpus, name), readNeedleTruths(corpus, name)]);
  const lines = logs.reduce((sum, log) => sum + log.lines, 0);
  const bytes = logs.reduce((sum, log) => sum + log.raw.length, 0);
  return { name, packed, logsFolder, logs, lines, bytes, files, needles };
}

async function firstThatIs(paths: readonly string[]): Promise<string | undefined> {
  for (const path of paths) {
    const isThere = await access(path).then(
      () => true,
      () => false,
    );
    if (isThere) return path;
  }
  return undefined;
}

import { readFile } from "node:fs/promises";
import { join } from "node:path";

/** What one log file has, counted without any parser. */
export interface FileTruth {
  namespace: string;
  pod: string;
  container: string;
  file: string;
  lines: number;
  bytes: number;
}

export interface NeedleTruth {
  needle: string;
  /** Lines with it, whatever the case. */
  lines: number;
}

export async function readFileTruths(corpus: string, name: string): Promise<FileTruth[]> {
  const rows = await readTsv(join(corpus, "oracles", `${name}.files.tsv`));
  return rows.map(([namespace = "", pod = "", container = "", file = "", lines, bytes]) => ({
    namespace,
    pod,
    container,
    file,
    lines: Number(lines),
    bytes: Number(bytes),
  }));
}

export async function readNeedleTruths(corpus: string, name: string): Promise<NeedleTruth[]> {
  const rows = await readTsv(join(corpus, "oracles", `${name}.needles.tsv`));
  return rows.map(([needle = "", , insensitive]) => ({ needle, lines: Number(insensitive) }));
}

async function readTsv(file: string): Promise<string[][]> {
  const lines = (await readFile(file, "utf8")).split("\n").slice(1);
  return lines.filter((line) => line !== "").map((line) => line.split("\t"));
}

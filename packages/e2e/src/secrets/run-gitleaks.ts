import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { promisify } from "node:util";
import { z } from "zod";

/** The version whose rules this was measured with. */
const version = "v8.30.1";

export interface Leak {
  rule: string;
  /** Relative to the folder that was scanned. */
  file: string;
}

const Report = z.array(z.object({ RuleID: z.string(), File: z.string() }));

/** Scans all files of a folder with gitleaks' own rules, encodings undone. Its report never holds what it matched. */
export async function runGitleaks(folder: string): Promise<Leak[]> {
  const work = await mkdtemp(join(tmpdir(), "kubin-gitleaks-"));
  const report = join(work, "report.json");
  const decode = ["--max-decode-depth", "5", "--ignore-gitleaks-allow"];
  const output = ["--report-format", "json", "--report-path", report, "--redact", "--exit-code", "0", "--no-banner"];
  try {
    await promisify(execFile)(await findGitleaks(), ["dir", folder, ...decode, ...output, "--log-level", "error"]);
    const found = Report.parse(JSON.parse(await readFile(report, "utf8")));
    return found.map(({ RuleID, File }) => ({ rule: RuleID, file: relative(folder, File) }));
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

/** KUBIN_GITLEAKS, else the one on PATH; throws with how to get it. */
export async function findGitleaks(): Promise<string> {
  const program = process.env.KUBIN_GITLEAKS ?? "gitleaks";
  try {
    await promisify(execFile)(program, ["version"]);
    return program;
  } catch (cause) {
    const get = `go install github.com/zricethezav/gitleaks/v8@${version}`;
    throw new Error(`${program} does not run. Get it by \`${get}\` and put it on PATH, or name it in KUBIN_GITLEAKS.`, {
      cause,
    });
  }
}

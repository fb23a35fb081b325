import { lstat, readFile } from "node:fs/promises";
import { homedir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { KubinError } from "@kubin/schema";
import type { Io } from "../io.ts";

/** Name of the file with a project's own redaction rules. */
export const projectConfigName = ".kubin.yaml";

/** A file of settings with its text, not parsed yet. */
export interface FoundConfig {
  path: string;
  text: string;
}

/**
 * The nearest `.kubin.yaml`: in the working directory or a parent, up to the home or the root. Throws BAD_INPUT for one
 * that cannot be read, and for one of another user: whoever may write a parent folder could else take secrets out of
 * the redaction.
 */
export async function findProjectConfig(io: Io): Promise<FoundConfig | undefined> {
  const home = resolve(io.env.HOME || homedir());
  for (let folder = resolve(io.cwd); ; folder = dirname(folder)) {
    const path = join(folder, projectConfigName);
    const stat = await lstat(path).catch(() => undefined);
    if (stat) {
      const own = process.getuid?.();
      if (own !== undefined && stat.uid !== own && stat.uid !== 0) {
        const sentence = `${path} belongs to another user, so its rules are not taken unasked.`;
        throw new KubinError("BAD_INPUT", `${sentence}\nIf you trust it, name it: --config ${path}`);
      }
      return readConfig(path);
    }
    if (folder === home || dirname(folder) === folder) return undefined;
  }
}

/** The file that was named. Throws BAD_INPUT where it cannot be read. */
export async function readConfig(path: string): Promise<FoundConfig> {
  try {
    return { path, text: await readFile(path, "utf8") };
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "unknown reason";
    throw new KubinError(
      "BAD_INPUT",
      `${path} cannot be read (${code}). Expected a YAML file with a section redaction.`,
      {
        cause: error,
      },
    );
  }
}

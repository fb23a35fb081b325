import { constants } from "node:fs";
import { access } from "node:fs/promises";
import { delimiter, join } from "node:path";

/** The path of a command in PATH or one of the `extra` folders; undefined where there is none. */
export async function findCommand(name: string, extra: readonly string[] = []): Promise<string | undefined> {
  for (const folder of [...extra, ...(process.env.PATH ?? "").split(delimiter)]) {
    const path = join(folder, name);
    try {
      await access(path, constants.X_OK);
      return path;
    } catch {
      // Not in this folder.
    }
  }
  return undefined;
}

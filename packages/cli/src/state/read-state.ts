import { readFile } from "node:fs/promises";
import { type Io, tell } from "../io.ts";
import { State } from "./state.ts";
import { statePath } from "./state-path.ts";

/** What was remembered; nothing when there is no file. A file that cannot be read is told and counts as empty. */
export async function readState(io: Io): Promise<State> {
  const path = statePath(io);
  const text = await readFile(path, "utf8").catch(() => undefined);
  if (text === undefined) return { version: 1, made: [] };
  try {
    return State.parse(JSON.parse(text));
  } catch {
    tell(io, `${path} cannot be read and is ignored; the next import writes it anew.`);
    return { version: 1, made: [] };
  }
}

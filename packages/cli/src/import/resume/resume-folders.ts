import { dirname, join } from "node:path";
import type { Io } from "../../io.ts";
import { statePath } from "../../state/state-path.ts";

/** Folders of the CLI's state: notes of unfinished uploads, and what came by stdin for them. Both 0700. */
export function resumeFolders(io: Pick<Io, "env" | "platform">): { uploads: string; spools: string } {
  const state = dirname(statePath(io));
  return { uploads: join(state, "uploads"), spools: join(state, "spools") };
}

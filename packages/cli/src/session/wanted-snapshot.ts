import { type Io, tell } from "../io.ts";
import { readState } from "../state/read-state.ts";
import type { Remembered } from "../state/state.ts";
import { namedServer } from "./server-of.ts";

/** Which snapshot a command is about: words of the user, or one that is remembered. */
export type Wanted = { text: string } | { remembered: Remembered };

export interface WantedArgs {
  server?: string | undefined;
  snapshot?: string | undefined;
  quiet: boolean;
}

/**
 * `--snapshot` (or the positional), else KUBIN_SNAPSHOT, else `kubin use`, else the last one made from here (which is
 * said, so that nobody reads the wrong cluster unawares). With a server named, only what was made there counts.
 */
export async function wantedSnapshot(io: Io, args: WantedArgs): Promise<Wanted | undefined> {
  const text = args.snapshot ?? (io.env.KUBIN_SNAPSHOT || undefined);
  if (text !== undefined) return { text };
  const { use, made } = await readState(io);
  const server = namedServer(io, args)?.replace(/\/+$/, "");
  const fits = (one: Remembered) => server === undefined || one.server === server;
  if (use && fits(use)) {
    const newer = made[0] !== undefined && made[0].id !== use.id ? "; a later import is not it" : "";
    if (!args.quiet) tell(io, `Snapshot ${use.name} (${use.id}), chosen by kubin use${newer}.`);
    return { remembered: use };
  }
  const last = made.find(fits);
  if (!last) return undefined;
  if (!args.quiet) tell(io, `Snapshot ${last.name} (${last.id}), the last one made from here.`);
  return { remembered: last };
}

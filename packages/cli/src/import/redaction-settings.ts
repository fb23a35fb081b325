import { resolve } from "node:path";
import { readTeamKey } from "../config/team-key.ts";
import type { Io } from "../io.ts";
import type { ImportArgs } from "./import-args.ts";
import { type OwnRules, ownRules } from "./own-rules.ts";

/** What the files of the user say about redaction; the same for each bundle of one import. */
export interface RedactionSettings {
  teamKey: Uint8Array | undefined;
  own: OwnRules | undefined;
}

type Flags = Pick<ImportArgs, "config" | "quiet" | "redaction-key-file">;

/** Reads `.kubin.yaml` and the team's key, before anything is opened. Throws BAD_INPUT. */
export async function redactionSettings(io: Io, args: Flags): Promise<RedactionSettings> {
  const keyFile = args["redaction-key-file"] ?? (io.env.KUBIN_REDACTION_KEY_FILE || undefined);
  return {
    teamKey: keyFile === undefined ? undefined : await readTeamKey(resolve(io.cwd, keyFile)),
    own: await ownRules(io, args),
  };
}

import { KubinError } from "@kubin/schema";
import { cliVersion } from "../../version/cli-version.ts";
import { fingerprint } from "./fingerprint.ts";
import { anewOf, nameOf } from "./source-words.ts";
import type { UnfinishedUpload } from "./unfinished-upload.ts";

/**
 * Refuses to go on where other bytes would come: the snapshot would hold parts of two readings. Throws CONFLICT with
 * how to start anew.
 */
export async function checkSource(note: UnfinishedUpload): Promise<void> {
  const anew = `Start anew: ${anewOf(note)}\nForget the stopped one: kubin import --resume --discard`;
  if (note.kubin !== cliVersion) {
    const sentence = `This import was begun by kubin ${note.kubin}, and this is ${cliVersion}, which may pack it otherwise.`;
    throw new KubinError("CONFLICT", `${sentence}\n${anew}`);
  }
  const now = await fingerprint(note.source.path).catch((error: unknown) => {
    throw new KubinError("CONFLICT", `${nameOf(note)} cannot be read any more.\n${anew}`, { cause: error });
  });
  if (now === note.source.fingerprint) return;
  throw new KubinError("CONFLICT", `${nameOf(note)} has changed since its import was stopped.\n${anew}`);
}

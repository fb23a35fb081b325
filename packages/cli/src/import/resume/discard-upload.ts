import { type Io, tell } from "../../io.ts";
import { forget } from "../../state/write-state.ts";
import { exitCodes } from "../../usage/exit-code.ts";
import { pickUpload } from "./pick-upload.ts";
import { nameOf } from "./source-words.ts";
import { sweepSpools } from "./sweep-spools.ts";
import { removeNote } from "./write-note.ts";

/** `kubin import --resume --discard`: forgets a stopped import here, and ends it on the server where that answers. */
export async function discardUpload(io: Io, source: string | undefined): Promise<number> {
  const note = await pickUpload(io, source);
  const { id, ticket } = note.ticket;
  const { createClient } = await import("@kubin/client");
  const client = createClient({ server: note.server, ticket, signal: io.signal });
  const reason = "The upload was stopped and discarded by the one who started it.";
  const ended = await client.upload.abort.mutate({ snapshotId: id, reason }).then(
    () => true,
    () => false,
  );
  await removeNote(io, note);
  await sweepSpools(io, note);
  await forget(io, id);
  tell(io, `Discarded the stopped import of ${nameOf(note)}.`);
  if (!ended) tell(io, `Its snapshot ${id} could not be ended; what lies there: kubin delete ${id} --yes`);
  return exitCodes.done;
}

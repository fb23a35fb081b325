import { isKubinError, KubinError, type Snapshot } from "@kubin/schema";
import type { Io } from "../../io.ts";
import { anewOf } from "./source-words.ts";
import type { UnfinishedUpload } from "./unfinished-upload.ts";

/**
 * The snapshot as the server has it: to go on with while it waits for parts, or completed without a gap (only the last
 * answer got lost). Throws CONFLICT where the server settled it otherwise, with its link and how to import anew.
 */
export async function snapshotToResume(io: Io, note: UnfinishedUpload): Promise<Snapshot> {
  const { createClient, parseLink } = await import("@kubin/client");
  const client = createClient({ server: note.server, link: parseLink(note.ticket.url)?.token, signal: io.signal });
  let snapshot: Snapshot;
  try {
    snapshot = await client.metadata.get.query({ snapshotId: note.ticket.id });
  } catch (error) {
    if (!isKubinError(error, "NOT_FOUND") && !isKubinError(error, "EXPIRED")) throw error;
    throw new KubinError("EXPIRED", `The server has no snapshot ${note.ticket.id} any more.\n${again(note)}`, {
      cause: error,
    });
  }
  const { state, partial } = snapshot;
  if (state === "INITIATED" || state === "UPLOADING") return snapshot;
  if ((state === "PROCESSING" || state === "COMPLETED") && !partial) return snapshot;
  throw uploadOver(note, snapshot);
}

function uploadOver(note: UnfinishedUpload, { state, failure }: Snapshot): KubinError {
  const what =
    state === "PROCESSING" || state === "COMPLETED"
      ? `The server heard nothing for too long and made what had arrived a partial snapshot: ${note.ticket.url}`
      : `The server ended this upload: it is ${state}${failure ? ` (${failure})` : ""}.`;
  return new KubinError("CONFLICT", `This import cannot go on.\n${what}\n${again(note)}`);
}

function again(note: UnfinishedUpload): string {
  return `Import it anew: ${anewOf(note)}`;
}

import { isKubinError, type UploadTicket } from "@kubin/schema";
import { type Io, tell } from "../../io.ts";
import { cliVersion } from "../../version/cli-version.ts";
import type { UnfinishedUpload } from "./unfinished-upload.ts";
import { removeNote, writeNote } from "./write-note.ts";

/** What lets an upload go on after its program ended, whatever ended it. */
export interface UploadNote {
  /** The upload to go on with; undefined where a new one begins. */
  resume: UploadTicket | undefined;
  /** Whether the upload can go on later; before `keep` it cannot. */
  kept(): boolean;
  /** Notes the upload before its first part is sent. A disk that does not take the note is told, not thrown. */
  keep(ticket: UploadTicket): Promise<void>;
  /** The upload is complete or over: there is nothing to go on with. */
  drop(): Promise<void>;
}

/** Makes the note of one upload of a source. */
export type NoteMaker = (draft: Omit<UploadDraft, "source">) => UploadNote;

/** Whether an upload that failed like this is still open on the server: it was left, not ended (see `whenStopped`). */
export function isResumable(error: unknown): boolean {
  return (["CANCELLED", "UNAVAILABLE", "STORE_FULL"] as const).some((code) => isKubinError(error, code));
}

/** What is known of an upload before the server has made its snapshot. */
type UploadDraft = Omit<UnfinishedUpload, "version" | "kubin" | "ticket" | "startedAt">;

/** The note of an upload that begins now. */
export function newNote(opts: { io: Io; draft: UploadDraft; onKeep?: (() => void) | undefined }): UploadNote {
  const { io, draft } = opts;
  let made: UploadTicket | undefined;
  return {
    resume: undefined,
    kept: () => made !== undefined,
    async keep(ticket) {
      const startedAt = new Date().toISOString();
      try {
        await writeNote(io, { version: 1, kubin: cliVersion, ticket, startedAt, ...draft });
        made = ticket;
        opts.onKeep?.();
      } catch (error) {
        const why = error instanceof Error ? error.message : String(error);
        tell(io, `This import could not be resumed if it were stopped: ${why}`);
      }
    },
    async drop() {
      if (made) await removeNote(io, { ticket: made });
      made = undefined;
    },
  };
}

/** The note of an upload that goes on. */
export function oldNote(io: Io, note: UnfinishedUpload): UploadNote {
  return { resume: note.ticket, kept: () => true, keep: async () => {}, drop: () => removeNote(io, note) };
}

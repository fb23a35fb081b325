import { isKubinError, KubinError, type UploadTicket } from "@kubin/schema";
import { formatBytes, plural } from "../output/format-numbers.ts";
import type { Progress } from "./progress/create-progress.ts";

interface WhatRemains {
  error: unknown;
  ticket: UploadTicket | undefined;
  progress: Pick<Progress, "sent">;
  /** `--resume` can go on with it. */
  resumable: boolean;
}

/** A failure after the snapshot was made says what lies where, and how it goes on. */
export function whatRemains({ error, ticket, progress, resumable }: WhatRemains): unknown {
  if (!isKubinError(error)) return error;
  const again = (sentence: string) => new KubinError(error.code, sentence, { cause: error });
  if (!ticket) return error.code === "CANCELLED" ? again("Stopped. Nothing was made on the server.") : error;
  const { partsStored, bytesStored } = progress.sent();
  const what = partsStored === 0 ? "Nothing of it" : `${plural(partsStored, "part")} (${formatBytes(bytesStored)})`;
  const verb = partsStored > 1 ? "lie" : "lies";
  const where = `${what} ${verb} on the server, in the unfinished snapshot ${ticket.id}.`;
  if (!resumable) return again(`${error.message}\n${where}\nRemove it: kubin delete ${ticket.id} --yes`);
  const wait = "The server waits some minutes for the rest (15, unless it was set up otherwise).";
  return again(
    `${error.message}\n${where} ${wait}\n\`kubin import --resume\` goes on.\n\`kubin import --resume --discard\` gives it up.`,
  );
}

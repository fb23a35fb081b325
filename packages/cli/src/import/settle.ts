import { isKubinError, isSettled, type Snapshot, type UploadTicket } from "@kubin/schema";
import { type Io, tell } from "../io.ts";
import type { ImportArgs } from "./import-args.ts";
import type { Progress } from "./progress/create-progress.ts";

interface Settle {
  io: Io;
  args: Pick<ImportArgs, "wait">;
  server: string;
  ticket: UploadTicket;
  /** As the server saw it right after the upload. */
  first: Snapshot;
  progress: Progress;
}

/** Follows the server until the snapshot is settled, where that is wanted. Ctrl-C ends only the waiting. */
export async function settle({ io, args, server, ticket, first, progress }: Settle): Promise<Snapshot> {
  const wait = args.wait ?? io.terminal.stderr;
  if (!wait || isSettled(first.state)) return first;
  const { createClient, parseLink, watchSnapshot } = await import("@kubin/client");
  const client = createClient({ server, link: parseLink(ticket.url)?.token, signal: io.signal });
  let snapshot = first;
  try {
    for await (const next of watchSnapshot({ client, snapshotId: ticket.id, signal: io.signal })) {
      snapshot = next;
      progress.indexed(next);
    }
  } catch (error) {
    if (!isKubinError(error, "CANCELLED")) throw error;
  }
  if (io.signal.aborted) {
    progress.stop();
    tell(io, "Stopped waiting. Everything is on the server, which goes on indexing it: kubin status --wait");
  }
  return snapshot;
}

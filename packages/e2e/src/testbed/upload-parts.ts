import { createClient, uploadBundle, watchSnapshot } from "@kubin/client";
import type { Manifest, Snapshot, UploadTicket } from "@kubin/schema";
import { type MadePart, manifestOf } from "./make-parts.ts";

/** Uploads parts through the real client and waits until the snapshot is settled. */
export async function uploadParts(server: string, parts: MadePart[], manifest: Manifest = manifestOf(parts)) {
  const { ticket } = await uploadBundle({
    server,
    begin: { name: "test", layout: "test", manifestVersion: manifest.version },
    parts: (async function* () {
      yield* parts;
    })(),
    manifest: () => manifest,
  });
  return { ticket, snapshot: await settled(server, ticket) };
}

/** The snapshot once its state is final. */
async function settled(server: string, ticket: UploadTicket): Promise<Snapshot> {
  let last: Snapshot | undefined;
  for await (const snapshot of watchSnapshot({ client: createClient({ server }), snapshotId: ticket.id }))
    last = snapshot;
  if (!last) throw new Error("the snapshot was never told");
  return last;
}

/** The token in a link. */
export function tokenOf(ticket: UploadTicket): string {
  return new URL(ticket.url).pathname.split("/")[2] ?? "";
}

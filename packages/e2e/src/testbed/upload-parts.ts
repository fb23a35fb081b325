import { createClient, uploadBundle, watchSnapshot } from "@kubin/client";
import { type Manifest, manifestVersion, type Snapshot, type UploadTicket } from "@kubin/schema";
import { type MadePart, manifestOf } from "./make-parts.ts";

/** Uploads parts through the real client and waits until the snapshot is settled. */
export async function uploadParts(server: string, parts: MadePart[], manifest: Manifest = manifestOf(parts)) {
  return uploadMade(server, { parts, name: "test", manifest: () => manifest });
}

/** The same for parts that are made while they are sent: what was sent is not kept. */
export async function uploadMade(
  server: string,
  options: {
    parts: Iterable<MadePart>;
    name: string;
    manifest?: (sent: MadePart["entry"][]) => Manifest;
    onBegin?: (ticket: UploadTicket) => void;
    /** Told once the server has the manifest: nothing more is sent. */
    onSent?: () => void;
  },
) {
  const sent: MadePart["entry"][] = [];
  const { ticket } = await uploadBundle({
    server,
    begin: { name: options.name, layout: "test", manifestVersion },
    onBegin: options.onBegin,
    parts: (async function* () {
      for (const part of options.parts) {
        sent.push(part.entry);
        yield part;
      }
    })(),
    manifest: () => (options.manifest ? options.manifest(sent) : manifestOf(sent.map((entry) => ({ entry })))),
  });
  options.onSent?.();
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

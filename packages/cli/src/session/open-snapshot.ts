import type { KubinClient } from "@kubin/client";
import { KubinError, type Snapshot, SnapshotId } from "@kubin/schema";
import type { Io } from "../io.ts";
import { inert } from "../output/inert.ts";
import { readState } from "../state/read-state.ts";
import { findByCluster } from "./find-by-cluster.ts";
import { namedServer, serverToRead } from "./server-of.ts";
import { type WantedArgs, wantedSnapshot } from "./wanted-snapshot.ts";

/** A snapshot on its server, with a client that may read it. */
export interface OpenedSnapshot {
  client: KubinClient;
  server: string;
  snapshot: Snapshot;
  /** Where a browser shows it: the link where it is known, else the page for those who are signed in. */
  url: string;
  link: string | undefined;
}

/** Finds the snapshot that a command is about and asks the server for it. Throws BAD_INPUT where none is named. */
export async function openSnapshot(io: Io, args: WantedArgs): Promise<OpenedSnapshot> {
  const wanted = await wantedSnapshot(io, args);
  if (!wanted) {
    const sentence = "Which snapshot? Nothing was imported from here yet.";
    throw new KubinError(
      "BAD_INPUT",
      `${sentence}\nName one with --snapshot (id, link or cluster), or import a bundle: kubin import <file>`,
    );
  }
  const named = namedServer(io, args);
  if ("remembered" in wanted) {
    const { server, id, link } = wanted.remembered;
    return byId({ io, server: named ?? server, id, link });
  }
  const { parseLink } = await import("@kubin/client");
  const link = parseLink(wanted.text);
  if (link) return byLink({ io, server: named ?? link.server, token: link.token, link: wanted.text });
  if (SnapshotId.safeParse(wanted.text).success) {
    const known = (await readState(io)).made.find((one) => one.id === wanted.text);
    const server = named ?? known?.server ?? (await serverToRead(io, args));
    return byId({ io, server, id: wanted.text, link: known?.link });
  }
  if (/^[a-z]+:\/\//i.test(wanted.text)) {
    const said = inert(wanted.text);
    throw new KubinError("BAD_INPUT", `${said} is no link of Kubin. Expected http(s)://host/s/…`);
  }
  const server = await serverToRead(io, args);
  const { createClient } = await import("@kubin/client");
  const client = createClient({ server, signal: io.signal });
  const snapshot = await findByCluster(client, wanted.text);
  const remembered = (await readState(io)).made.find((one) => one.id === snapshot.id);
  return { client, server, snapshot, link: remembered?.link, url: remembered?.link ?? pageOf(server, snapshot.id) };
}

async function byLink(opts: { io: Io; server: string; token: string; link: string }): Promise<OpenedSnapshot> {
  const { createClient, normaliseServer } = await import("@kubin/client");
  const server = normaliseServer(opts.server);
  const client = createClient({ server, link: opts.token, signal: opts.io.signal });
  const snapshot = await client.metadata.open.query();
  return { client, server, snapshot, link: opts.link, url: opts.link };
}

/** With the link that came with it, where it is known: that is all a reader elsewhere has. */
async function byId(opts: { io: Io; server: string; id: string; link: string | undefined }): Promise<OpenedSnapshot> {
  const { createClient, normaliseServer, parseLink } = await import("@kubin/client");
  const server = normaliseServer(opts.server);
  const token = opts.link === undefined ? undefined : parseLink(opts.link)?.token;
  const client = createClient({ server, link: token, signal: opts.io.signal });
  const snapshot = await client.metadata.get.query({ snapshotId: opts.id });
  return { client, server, snapshot, link: opts.link, url: opts.link ?? pageOf(server, opts.id) };
}

function pageOf(server: string, id: string): string {
  return `${server.replace(/\/+$/, "")}/snapshots/${id}`;
}

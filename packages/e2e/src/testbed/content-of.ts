import { createHash } from "node:crypto";
import { createClient } from "@kubin/client";

/** Everything a snapshot holds, in a form that two imports of one bundle must share: counts, and digests of all names and lines. */
export async function contentOf(server: string, snapshotId: string) {
  const client = createClient({ server });
  const kinds = await client.metadata.kinds.query({ snapshotId });
  const names = createHash("sha256");
  let objects = 0;
  for await (const page of pages((cursor) => client.metadata.resources.query({ snapshotId, limit: 1000, cursor }))) {
    for (const { group, plural, namespace, name } of page.items) {
      names.update(`${group}/${plural}/${namespace}/${name}\n`);
      objects++;
    }
  }
  const streams: string[] = [];
  for await (const page of pages((cursor) => client.query.streams.query({ snapshotId, limit: 1000, cursor }))) {
    for (const one of page.items) {
      streams.push(`${one.namespace}/${one.pod}/${one.container}/${one.source} ${one.lines}`);
    }
  }
  const counts: Record<string, number> = {};
  for (const query of ["", '"error"', '"connection refused"', "level:warn"]) {
    counts[query] = (await client.query.countLogs.query({ snapshotId, query })).lines;
  }
  const events = (await client.metadata.events.query({ snapshotId, limit: 1 })).total;
  const totals = kinds.map(({ group, plural, total }) => `${group}/${plural} ${total}`).sort();
  return { objects, names: names.digest("hex"), totals, streams: streams.sort(), counts, events };
}

async function* pages<T extends { nextCursor?: string | undefined }>(ask: (cursor: string | undefined) => Promise<T>) {
  let cursor: string | undefined;
  do {
    const page: T = await ask(cursor);
    yield page;
    cursor = page.nextCursor;
  } while (cursor !== undefined);
}

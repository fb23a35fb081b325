import type { KubinClient } from "@kubin/client";

export interface Question {
  kind: "list" | "object" | "events" | "search" | "histogram";
  ask(): Promise<unknown>;
}

const words = ["error", "refused", "leader", "handshake", "timeout", "failed", "warning"];

/**
 * Questions of all five kinds in turn about one snapshot, none twice as long as its objects and streams last, so that
 * caches answer few.
 */
export async function questionsAbout(client: KubinClient, snapshotId: string): Promise<() => Question> {
  const { items: objects } = await client.metadata.resources.query({ snapshotId, limit: 5_000 });
  const { items: streams } = await client.query.streams.query({ snapshotId, limit: 1_000 });
  const names = await client.metadata.namespaces.query({ snapshotId });
  let asked = 0;
  return () => {
    const turn = Math.floor(asked / 5);
    const object = at(objects, turn * 7);
    const { namespace, pod } = at(streams, turn);
    const query = `"${at(words, Math.floor(turn / streams.length))}" ns:${namespace} pod:${pod}`;
    const text = at(words, Math.floor(turn / names.length));
    const { group, plural, name } = object;
    const one = object.namespace ?? "";
    const questions: Question[] = [
      {
        kind: "list",
        ask: () =>
          client.metadata.resources.query({
            snapshotId,
            filter: { group, plural, text: name.slice(0, 3 + (turn % 20)) },
          }),
      },
      {
        kind: "object",
        ask: () => client.metadata.resource.query({ snapshotId, group, plural, namespace: one, name }),
      },
      { kind: "events", ask: () => client.metadata.events.query({ snapshotId, namespaces: [at(names, turn)], text }) },
      { kind: "search", ask: () => client.query.searchLogs.query({ snapshotId, query }) },
      { kind: "histogram", ask: () => client.query.histogram.query({ snapshotId, query }) },
    ];
    return at(questions, asked++);
  };
}

/** Round and round. */
function at<T>(items: readonly T[], index: number): T {
  const item = items[index % items.length];
  if (item === undefined) throw new Error("there is nothing to ask about");
  return item;
}

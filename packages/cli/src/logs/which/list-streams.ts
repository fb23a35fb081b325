import type { KubinClient } from "@kubin/client";
import type { LogStream } from "@kubin/schema";

interface ListStreams {
  client: KubinClient;
  snapshotId: string;
  namespace?: string | undefined;
  /** Only of this pod. */
  pod?: string;
  /** Part of namespace, pod or container. */
  text?: string;
}

/** All streams that the snapshot has of what is asked for, by name. */
export async function listStreams({ namespace, ...asked }: ListStreams): Promise<LogStream[]> {
  const { client, ...filter } = asked;
  const namespaces = namespace === undefined ? undefined : [namespace];
  const streams: LogStream[] = [];
  let cursor: string | undefined;
  do {
    const page = await client.query.streams.query({ ...filter, namespaces, limit: 1000, cursor });
    streams.push(...page.items);
    cursor = page.nextCursor;
  } while (cursor !== undefined);
  return streams;
}

import type { ListEvents, ListLogStreams, ListResources, LogStreamRef, ResourceRef } from "@kubin/schema";
import { infiniteQueryOptions, keepPreviousData, queryOptions } from "@tanstack/react-query";
import { readDocument } from "./read-document.ts";
import type { OpenSnapshot } from "./snapshot-context.ts";

type Without<T> = Omit<T, "snapshotId" | "limit" | "cursor">;

/** How many lines by time, and of which pods. */
export interface Moment {
  before: number;
  after: number;
  among: "pod" | "workload";
}

/** Lines fetched at once in a stream. */
export const chunkLines = 500;

/** Lines that match, fetched at once: few for the first picture, more for who scrolls. */
const firstHits = 200;
const moreHits = 500;

/** Everything a page may ask about the open snapshot. All keys begin with `contentKey`. */
export function snapshotQueries(open: OpenSnapshot) {
  const { client } = open;
  const snapshotId = open.snapshot.id;
  const key = (...words: unknown[]) => [...contentKey(open), ...words];
  const pages: { initialPageParam: string | undefined } = { initialPageParam: undefined };
  return {
    overview: () =>
      queryOptions({
        queryKey: key("overview"),
        queryFn: ({ signal }) => client.analytics.overview.query({ snapshotId }, { signal }),
      }),
    kinds: () =>
      queryOptions({
        queryKey: key("kinds"),
        queryFn: ({ signal }) => client.metadata.kinds.query({ snapshotId }, { signal }),
      }),
    namespaces: () =>
      queryOptions({
        queryKey: key("namespaces"),
        queryFn: ({ signal }) => client.metadata.namespaces.query({ snapshotId }, { signal }),
      }),
    downloads: () =>
      queryOptions({
        queryKey: key("downloads"),
        // Signed addresses end; ask again well before.
        staleTime: 4 * 60_000,
        queryFn: ({ signal }) => client.storage.downloads.query({ snapshotId }, { signal }),
      }),
    document: (file: { sha256: string; url: string }) =>
      queryOptions({
        // The address changes each time it is signed, what it leads to never does.
        queryKey: key("document", file.sha256),
        queryFn: ({ signal }) => readDocument(file.url, signal),
        staleTime: Number.POSITIVE_INFINITY,
        gcTime: 60_000,
      }),
    resource: (ref: Omit<ResourceRef, "snapshotId">) =>
      queryOptions({
        queryKey: key("resource", ref),
        queryFn: ({ signal }) => client.metadata.resource.query({ snapshotId, ...ref }, { signal }),
      }),
    resources: (list: Without<ListResources>) =>
      infiniteQueryOptions({
        queryKey: key("resources", list),
        queryFn: ({ signal, pageParam }) =>
          client.metadata.resources.query({ snapshotId, ...list, limit: 500, cursor: pageParam }, { signal }),
        ...pages,
        getNextPageParam: (last) => last.nextCursor,
        placeholderData: keepPreviousData,
      }),
    events: (list: Without<ListEvents>) =>
      infiniteQueryOptions({
        queryKey: key("events", list),
        queryFn: ({ signal, pageParam }) =>
          client.metadata.events.query({ snapshotId, ...list, limit: 500, cursor: pageParam }, { signal }),
        ...pages,
        getNextPageParam: (last) => last.nextCursor,
        placeholderData: keepPreviousData,
      }),
    streams: (list: Without<ListLogStreams>) =>
      infiniteQueryOptions({
        queryKey: key("streams", list),
        queryFn: ({ signal, pageParam }) =>
          client.query.streams.query({ snapshotId, ...list, limit: 200, cursor: pageParam }, { signal }),
        ...pages,
        getNextPageParam: (last) => last.nextCursor,
        placeholderData: keepPreviousData,
      }),
    /** All logs of one pod in one answer. */
    podStreams: (list: Without<ListLogStreams>) =>
      queryOptions({
        queryKey: key("pod-streams", list),
        queryFn: ({ signal }) => client.query.streams.query({ snapshotId, ...list, limit: 200 }, { signal }),
      }),
    hits: (query: string, order: "newest" | "oldest" | "file") =>
      infiniteQueryOptions({
        queryKey: key("hits", query, order),
        queryFn: ({ signal, pageParam }) =>
          client.query.searchLogs.query(
            {
              snapshotId,
              query,
              order,
              limit: pageParam === undefined ? firstHits : moreHits,
              cursor: pageParam,
              with: "fields",
            },
            { signal },
          ),
        ...pages,
        getNextPageParam: (last) => last.nextCursor,
        gcTime: 60_000,
        placeholderData: keepPreviousData,
      }),
    count: (query: string) =>
      queryOptions({
        queryKey: key("count", query),
        queryFn: ({ signal }) => client.query.countLogs.query({ snapshotId, query }, { signal }),
      }),
    streamLength: (stream: LogStreamRef) =>
      queryOptions({
        queryKey: key("length", stream),
        queryFn: async ({ signal }) => {
          const { total } = await client.query.viewLog.query({ snapshotId, stream, from: 0, limit: 1 }, { signal });
          return { total };
        },
      }),
    chunk: (stream: LogStreamRef, chunk: number) =>
      queryOptions({
        queryKey: key("chunk", stream, chunk),
        queryFn: ({ signal }) =>
          client.query.viewLog.query({ snapshotId, stream, from: chunk * chunkLines, limit: chunkLines }, { signal }),
        // Log text is heavy: what was scrolled away from may go.
        gcTime: 30_000,
      }),
    lines: (stream: LogStreamRef, range: { first: number; last: number }) =>
      queryOptions({
        queryKey: key("lines", stream, range),
        queryFn: ({ signal }) => {
          const asked = { snapshotId, stream, from: range.first, limit: range.last - range.first + 1 };
          return client.query.viewLog.query(asked, { signal });
        },
        gcTime: 30_000,
      }),
    histogram: (query: string, buckets: number) =>
      queryOptions({
        queryKey: key("histogram", query, buckets),
        queryFn: ({ signal }) => client.query.histogram.query({ snapshotId, query, buckets }, { signal }),
      }),
    facets: (query: string, fields: readonly string[], limit: number) =>
      queryOptions({
        queryKey: key("facets", query, fields, limit),
        queryFn: ({ signal }) =>
          client.query.facets.query({ snapshotId, query, fields: [...fields], limit }, { signal }),
        placeholderData: keepPreviousData,
      }),
    logFields: (query: string) =>
      queryOptions({
        queryKey: key("log-fields", query),
        queryFn: ({ signal }) => client.query.fields.query({ snapshotId, query }, { signal }),
      }),
    moment: (stream: LogStreamRef, line: number, reach: Moment) =>
      queryOptions({
        queryKey: key("moment", stream, line, reach),
        queryFn: ({ signal }) => client.query.linesAtMoment.query({ snapshotId, stream, line, ...reach }, { signal }),
        placeholderData: keepPreviousData,
      }),
    around: (stream: LogStreamRef, line: number, reach: { before: number; after: number }) =>
      queryOptions({
        queryKey: key("around", stream, line, reach),
        queryFn: ({ signal }) => client.query.linesAround.query({ snapshotId, stream, line, ...reach }, { signal }),
        placeholderData: keepPreviousData,
      }),
  };
}

/** What all answers about the content of the open snapshot are kept under. */
function contentKey(open: OpenSnapshot): unknown[] {
  return [open.reader, "content", open.snapshot.id];
}

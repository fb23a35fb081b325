import { type BundleEntry, liveObjectsPath } from "@kubin/kubernetes";
import type { Refusal } from "../cluster/answer.ts";
import { type BreakCause, breakCauseOf } from "../cluster/body-of.ts";
import type { ClusterClient } from "../cluster/cluster-client.ts";
import { listEdges } from "./list-edges.ts";
import { readAhead } from "./read-ahead.ts";
import { listPath, type ResourceType } from "./resource-type.ts";

/** Objects of a page, where the server keeps to it: from its watch cache it gives all at once. */
const pageSize = 500;
/** A list that breaks off, or gets too old midway, is begun anew until it was begun so often. */
const maxBeginnings = 4;

export interface ListRequest {
  client: ClusterClient;
  type: ResourceType;
  /** "" lists all. */
  namespace: string;
  labelSelector?: string | undefined;
  fieldSelector?: string | undefined;
  /** Metadata alone (`PartialObjectMetadata`). */
  partial: boolean;
  /** Tells several lists of one type apart. */
  place: string;
}

/**
 * The pages of one list, as files for the packer, which must read each before it takes the next. Returns why the list
 * has no end, or nothing. An object that comes twice, since a list was begun anew, is one: the packer sees to it.
 */
export async function* listPages(request: ListRequest): AsyncGenerator<BundleEntry, Refusal | undefined> {
  let next = "";
  let beginnings = 1;
  for (let number = 1; ; number++) {
    const answer = await request.client.ask(questionOf(request, { next, isFirst: beginnings === 1 }));
    if (!answer.ok) {
      if (answer.kind !== "expired" || beginnings++ === maxBeginnings) return answer;
      next = "";
      continue;
    }
    const edges = listEdges(answer.body);
    const page = readAhead(edges.bytes);
    await page.ready;
    const path = liveObjectsPath({ ...request.type, partial: request.partial }, `${request.place}-${number}`);
    const read: { broken: BreakCause | undefined } = { broken: undefined };
    yield { path, kind: "file", size: -1, content: () => watched(page.chunks(), read) };
    if (read.broken === undefined) {
      next = edges.next();
      if (next === "") return undefined;
    } else {
      if (read.broken === "ended" || beginnings++ === maxBeginnings) return brokenOff(read.broken);
      next = "";
    }
  }
}

/** First the server's cache, which costs it little; anew from the store, which keeps to the size of a page. */
function questionOf(request: ListRequest, { next, isFirst }: { next: string; isFirst: boolean }) {
  const query = new URLSearchParams({ limit: String(pageSize) });
  if (next !== "") query.set("continue", next);
  else if (isFirst) query.set("resourceVersion", "0");
  if (request.labelSelector) query.set("labelSelector", request.labelSelector);
  if (request.fieldSelector) query.set("fieldSelector", request.fieldSelector);
  const accept = request.partial ? "application/json;as=PartialObjectMetadataList;g=meta.k8s.io;v=v1" : undefined;
  return { path: `${listPath(request.type, request.namespace)}?${query}`, ...(accept && { accept }) };
}

/** The packer goes on behind a file that broke off; whether it did is for the list to know. */
async function* watched(
  chunks: AsyncIterable<Uint8Array>,
  read: { broken: BreakCause | undefined },
): AsyncGenerator<Uint8Array> {
  try {
    yield* chunks;
  } catch (error) {
    read.broken = breakCauseOf(error) ?? "network";
    throw error;
  }
}

function brokenOff(cause: BreakCause): Refusal {
  const kind = cause === "network" ? "failed" : "timed-out";
  return { ok: false, kind, status: 0, reason: "", again: false };
}

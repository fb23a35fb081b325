import { KubinError } from "@kubin/schema";
import type { ClientOptions } from "./create-client.ts";
import { kubinPart } from "./kubin-errors.ts";
import { normaliseServer } from "./server-address.ts";
import { unreachable } from "./unreachable.ts";

export interface ExportLogsOptions extends Omit<ClientOptions, "ticket"> {
  snapshotId: string;
  /** A query of the log search; "" for all lines. */
  query: string;
  /** `text`: the lines as they were captured, byte for byte. */
  format: "ndjson" | "csv" | "text";
}

/**
 * All lines that match as one file, by stream and line number, as it comes from the server. A file that could not be
 * finished ends with an error, never as if it were whole. Throws a `KubinError`.
 */
export async function exportLogs(options: ExportLogsOptions): Promise<ReadableStream<Uint8Array>> {
  const { snapshotId, query, format, link, signal, fetch: send = fetch } = options;
  const server = normaliseServer(options.server);
  const url = new URL(`${server}/api/v1/snapshots/${encodeURIComponent(snapshotId)}/logs/export`);
  url.search = new URLSearchParams({ query, format }).toString();
  const headers = link === undefined ? {} : { "x-kubin-link": link };
  const response = await send(url, { headers, ...(signal && { signal }) }).catch((error: unknown) => {
    throw unreachable({ server, error });
  });
  if (!response.ok) throw await refusalOf(response, server);
  if (response.body === null) throw new KubinError("UNAVAILABLE", `${server} sent no file.`);
  return response.body;
}

async function refusalOf(response: Response, server: string): Promise<KubinError> {
  const body: unknown = await response.json().catch(() => undefined);
  const said = typeof body === "object" && body !== null && "data" in body ? kubinPart(body.data) : undefined;
  if (said) return new KubinError(said.code, said.message);
  return new KubinError("UNAVAILABLE", `${server} answered with HTTP ${response.status}.`, { cause: response });
}

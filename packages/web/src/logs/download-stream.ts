import type { KubinClient } from "@kubin/client";
import type { LogStreamRef } from "@kubin/schema";

/** More than a browser should hold; beyond it the CLI writes the file. */
export const downloadedAtMost = 2_000_000;

const pageLines = 5_000;

/** The lines of a stream as they stand in the file, page by page. Told how far it is after each page. */
export async function downloadStream(opts: {
  client: KubinClient;
  snapshotId: string;
  stream: LogStreamRef;
  signal: AbortSignal;
  onProgress: (lines: number, total: number) => void;
}): Promise<Blob> {
  const { client, snapshotId, stream, signal, onProgress } = opts;
  const pieces: string[] = [];
  for (let from = 0, total = 1; from < Math.min(total, downloadedAtMost); ) {
    const asked = { snapshotId, stream, from, limit: pageLines };
    const page = await client.query.viewLog.query(asked, { signal });
    if (page.lines.length === 0) break;
    pieces.push(page.lines.map(({ prefix, message }) => `${prefix}${message}\n`).join(""));
    total = page.total;
    from += page.lines.length;
    onProgress(from, total);
  }
  return new Blob(pieces, { type: "text/plain;charset=utf-8" });
}

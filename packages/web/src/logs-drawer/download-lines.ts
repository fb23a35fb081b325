import type { KubinClient } from "@kubin/client";
import { logsDrawerTexts } from "../texts/logs-drawer.ts";

/** More than a browser should hold; beyond it the CLI writes the file. */
export const fileLinesAtMost = 1_000_000;
const pageLines = 1_000;

export interface FileAsked {
  client: KubinClient;
  snapshotId: string;
  query: string;
  signal: AbortSignal;
  onProgress: (lines: number, total: number) => void;
}

/** All lines that match as a file, by time; each begins with its pod and container. Told how far it is after each page. */
export async function downloadLines({ client, snapshotId, query, signal, onProgress }: FileAsked): Promise<Blob> {
  const pieces: string[] = [];
  const { lines: total } = await client.query.countLogs.query({ snapshotId, query }, { signal });
  if (total === 0) throw new Error(logsDrawerTexts.nothingToDownload);
  let cursor: string | undefined;
  let count = 0;
  do {
    const asked = { snapshotId, query, order: "oldest" as const, limit: pageLines, cursor };
    const page = await client.query.searchLogs.query(asked, { signal });
    const texts = page.lines.map(({ pod, container, prefix, message }) => `${pod} ${container} ${prefix}${message}\n`);
    pieces.push(texts.join(""));
    count += page.lines.length;
    onProgress(count, Math.max(count, total));
    cursor = page.nextCursor;
  } while (cursor !== undefined && count < fileLinesAtMost);
  return new Blob(pieces, { type: "text/plain;charset=utf-8" });
}

import { exportLogs } from "@kubin/client";

type ExportFormat = "ndjson" | "csv" | "text";

interface FileAsked {
  snapshotId: string;
  query: string;
  format: ExportFormat;
  /** Of the reader of a link. */
  link: string | undefined;
  signal: AbortSignal;
  onLines: (lines: number) => void;
}

const lineFeed = 10;

/** All lines that match as a file, made by the server. Told how far it is; one that ends early is an error. */
export async function exportFile({ onLines, link, ...asked }: FileAsked): Promise<Blob> {
  const stream = await exportLogs({ server: window.location.origin, ...(link !== undefined && { link }), ...asked });
  const reader = stream.getReader();
  const pieces: BlobPart[] = [];
  let lines = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return new Blob(pieces, { type: "application/octet-stream" });
    // A copy: what is handed out may lie in memory that others share.
    pieces.push(new Uint8Array(value));
    for (let at = value.indexOf(lineFeed); at >= 0; at = value.indexOf(lineFeed, at + 1)) lines += 1;
    onLines(lines);
  }
}

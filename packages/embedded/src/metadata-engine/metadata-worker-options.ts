/** What the thread is started with. Plain data: it crosses a thread border. */
export interface MetadataWorkerOptions {
  dataDir: string;
  socketPath: string;
  maxConnections: number;
}

/** `workerData` of a thread that only `startMetadataEngine` starts, and always with these options. */
export function metadataWorkerOptions(workerData: unknown): MetadataWorkerOptions {
  return workerData as MetadataWorkerOptions;
}

import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { loadConfig } from "./config.ts";
import { startServer, type Tuning } from "./start-server.ts";

export interface OpenKubinOptions {
  /** Kept when given; else a temporary folder that goes with the server. */
  dataDir?: string;
  /** Default: any free port. */
  port?: number;
  logLevel?: string;
  publicUrl?: string;
  tuning?: Tuning;
}

export interface OpenedKubin extends AsyncDisposable {
  url: string;
  dataDir: string;
  close(): Promise<void>;
}

/** A real embedded Kubin on a free port, for tests: `await using kubin = await openKubin()`. */
export async function openKubin(options: OpenKubinOptions = {}): Promise<OpenedKubin> {
  // Short: sockets lie in it, and their paths may have 103 bytes at most.
  const dataDir = options.dataDir ?? (await mkdtemp(join(tmpdir(), "kubin-")));
  const server = await startServer(
    loadConfig({
      KUBIN_DATA_DIR: dataDir,
      KUBIN_PORT: String(options.port ?? 0),
      KUBIN_LOG_LEVEL: options.logLevel ?? "error",
      KUBIN_PUBLIC_URL: options.publicUrl,
    }),
    options.tuning,
  );
  const close = async () => {
    await server.close();
    if (options.dataDir === undefined) await rm(dataDir, { recursive: true, force: true });
  };
  return { url: server.url, dataDir, close, [Symbol.asyncDispose]: close };
}

import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openKubin } from "@kubin/server/testing";
import { inject } from "vitest";
import type { ProvidedDistributed } from "../pools/provide-distributed.ts";
import { buildCli } from "./build-cli.ts";
import { type Ended, type KubinProcess, startKubin } from "./run-kubin.ts";

/** A server, the bundled program, and a home of its own for its state and temporary files. */
export interface CliWorld extends AsyncDisposable {
  server: { url: string; close(): Promise<void> };
  folder: string;
  /** Where the program keeps temporary files. */
  temporary: string;
  program: string;
  env: Record<string, string>;
  start(args: readonly string[], more?: StartMore): KubinProcess;
  kubin(args: readonly string[], more?: StartMore): Promise<Ended>;
}

interface StartMore {
  env?: Record<string, string>;
  stdin?: string | Uint8Array;
  keepStdin?: boolean;
  /** Where it is started; by default where the tests are. */
  cwd?: string;
}

/** Over an embedded Kubin, or over the processes of the distributed profile where the project provides them. */
export async function openCliWorld(publicUrl?: string): Promise<CliWorld> {
  const folder = await mkdtemp(join(tmpdir(), "kubin-cli-"));
  const temporary = join(folder, "tmp");
  await mkdir(temporary);
  const [program, server] = await Promise.all([buildCli(join(folder, "program")), openServer(publicUrl)]);
  const env = { KUBIN_SERVER: server.url, HOME: folder, XDG_STATE_HOME: join(folder, "state"), TMPDIR: temporary };
  const start = (args: readonly string[], more: StartMore = {}) =>
    startKubin({ program, args, ...more, env: { ...env, ...more.env } });
  return {
    server,
    folder,
    temporary,
    program,
    env,
    start,
    kubin: (args, more) => start(args, more).ended,
    async [Symbol.asyncDispose]() {
      await server.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function openServer(publicUrl: string | undefined): Promise<CliWorld["server"]> {
  const shared: ProvidedDistributed | undefined = inject("distributed");
  if (shared !== undefined) return { url: shared.url, close: async () => {} };
  return openKubin(publicUrl === undefined ? {} : { publicUrl });
}

import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type OpenedKubin, openKubin } from "@kubin/server/testing";
import { buildCli } from "./build-cli.ts";
import { type Ended, type KubinProcess, startKubin } from "./run-kubin.ts";

/** A server, the bundled program, and a home of its own for its state and temporary files. */
export interface CliWorld extends AsyncDisposable {
  server: OpenedKubin;
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
}

export async function openCliWorld(publicUrl?: string): Promise<CliWorld> {
  const folder = await mkdtemp(join(tmpdir(), "kubin-cli-"));
  const temporary = join(folder, "tmp");
  await mkdir(temporary);
  const [program, server] = await Promise.all([
    buildCli(join(folder, "program")),
    openKubin(publicUrl === undefined ? {} : { publicUrl }),
  ]);
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

import { KubinError } from "@kubin/schema";
import { rememberedServer } from "../config/user-config.ts";
import type { Io } from "../io.ts";
import { readState } from "../state/read-state.ts";

interface ServerArgs {
  server?: string | undefined;
}

/** The server the caller named: `--server`, else KUBIN_SERVER; undefined when neither. */
export function namedServer(io: Io, args: ServerArgs): string | undefined {
  return args.server ?? (io.env.KUBIN_SERVER || undefined);
}

/**
 * The server to read from: the one that was named, else the remembered one, else that of the last snapshot made from
 * here. None is built in. Throws BAD_INPUT where none is known.
 */
export async function serverToRead(io: Io, args: ServerArgs): Promise<string> {
  const known = namedServer(io, args) ?? (await rememberedServer(io)) ?? (await readState(io)).made[0]?.server;
  if (known === undefined) throw noServer();
  return known;
}

/** Nobody said which server, and there is nobody to ask. */
export function noServer(): KubinError {
  const sentence = "Which Kubin server? None is built in, and none is known here yet.";
  const ways = "Name it with --server https://kubin.example.com, or with KUBIN_SERVER=https://kubin.example.com.";
  return new KubinError("BAD_INPUT", `${sentence}\n${ways}\n\`npm start\` in the Kubin repository starts one.`);
}

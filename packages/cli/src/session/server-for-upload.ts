import { KubinError } from "@kubin/schema";
import type { Policy } from "../config/policy.ts";
import { rememberedServer } from "../config/user-config.ts";
import type { Io } from "../io.ts";
import { agreed, canAsk } from "../prompt/ask.ts";
import { readState } from "../state/read-state.ts";
import { askForServer } from "./ask-for-server.ts";
import { namedServer, noServer } from "./server-of.ts";

interface ServerForUpload {
  io: Io;
  args: { server?: string | undefined };
  policy: Policy;
}

/**
 * The server that gets the upload, normalised: the one that was named, else the remembered one, else the answer of the
 * person at the terminal, which is remembered. One that never got anything from here, and was not typed just now, has
 * to be confirmed. Throws BAD_INPUT where none is known and nobody can be asked, FORBIDDEN where the policy pins others.
 */
export async function serverForUpload({ io, args, policy }: ServerForUpload): Promise<string> {
  const { normaliseServer } = await import("@kubin/client");
  const named = namedServer(io, args);
  const known = named ?? (await rememberedServer(io));
  if (known === undefined) {
    if (!canAsk(io)) throw noServer();
    return askForServer(io, policy);
  }
  const server = normaliseServer(known);
  policy.allowServer(server);
  if (named === undefined && canAsk(io)) await confirmFirst(io, server);
  return server;
}

async function confirmFirst(io: Io, server: string): Promise<void> {
  const { made } = await readState(io);
  if (made.some((one) => one.server === server)) return;
  if (await agreed(io, `First upload to ${server}. Send it there?`)) return;
  throw new KubinError("CANCELLED", "Nothing was sent. --server or KUBIN_SERVER names another server.");
}

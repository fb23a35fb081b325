import { isKubinError, KubinError } from "@kubin/schema";
import type { Policy } from "../config/policy.ts";
import { rememberServer } from "../config/user-config.ts";
import { type Io, tell } from "../io.ts";
import { agreed, ask } from "../prompt/ask.ts";
import { describeError } from "../usage/describe-error.ts";
import { kubinAt } from "./kubin-at.ts";
import { noServer } from "./server-of.ts";

/** After so many wrong answers the person rather looks it up. */
const tries = 3;

/** Asks which server, looks whether a Kubin answers there, has it confirmed, and remembers it. */
export async function askForServer(io: Io, policy: Policy): Promise<string> {
  const { normaliseServer } = await import("@kubin/client");
  tell(io, "No Kubin server is built in, and none is known here yet. Your answer is remembered.");
  for (let left = tries; left > 0; left--) {
    const answer = await ask(io, "Which Kubin server? (like https://kubin.example.com or http://127.0.0.1:7780) ");
    if (answer === "") break;
    try {
      const server = normaliseServer(answer);
      policy.allowServer(server);
      const who = await kubinAt(server, io.signal);
      if (!(await agreed(io, `${who} answers at ${server}. Send snapshots there?`))) break;
      await rememberServer(io, server);
      return server;
    } catch (error) {
      if (!isKubinError(error) || error.code === "CANCELLED") throw error;
      tell(io, describeError(error));
    }
  }
  throw new KubinError("CANCELLED", `Nothing was sent. ${noServer().message.split("\n")[1] ?? ""}`);
}

import { KubinError } from "@kubin/schema";
import type { Io } from "../io.ts";

/** Throws BAD_INPUT where stdin is a terminal: nobody types a bundle. */
export function refuseKeyboard(io: Io): void {
  if (!io.terminal.stdin) return;
  const sentence = "stdin is the keyboard. Pipe something into it, for instance:";
  throw new KubinError("BAD_INPUT", `${sentence}\nkubectl get all -A -o json | kubin import -`);
}

import { createInterface } from "node:readline/promises";
import { KubinError, type Snapshot } from "@kubin/schema";
import { type Io, tell } from "../io.ts";
import { plural } from "../output/format-numbers.ts";
import { inert } from "../output/inert.ts";
import { printResult, type ResultArgs } from "../output/print-result.ts";
import { openSnapshot } from "../session/open-snapshot.ts";
import type { WantedArgs } from "../session/wanted-snapshot.ts";
import { forget } from "../state/write-state.ts";
import { exitCodes } from "../usage/exit-code.ts";

/** `kubin delete`: asks on a terminal; elsewhere it wants `--yes`. */
export async function removeSnapshot(io: Io, args: WantedArgs & ResultArgs & { yes: boolean }): Promise<number> {
  const { server, snapshot } = await openSnapshot(io, args);
  if (!args.yes && !(await agreed(io, snapshot))) {
    tell(io, "Nothing was deleted.");
    return exitCodes.error;
  }
  // A link reads; deleting is for the one who is signed in.
  const { createClient } = await import("@kubin/client");
  await createClient({ server, signal: io.signal }).metadata.delete.mutate({ snapshotId: snapshot.id });
  await forget(io, snapshot.id);
  const value = { id: snapshot.id, deleted: true };
  await printResult({ io, args, value, table: () => `Deleted ${inert(snapshot.name)} (${snapshot.id}).\n` });
  return exitCodes.done;
}

async function agreed(io: Io, snapshot: Snapshot): Promise<boolean> {
  if (!io.terminal.stdin || !io.terminal.stderr) {
    const sentence = "Deleting cannot be undone, and there is no terminal to ask on.";
    throw new KubinError("BAD_INPUT", `${sentence}\nSay --yes to delete ${inert(snapshot.name)} (${snapshot.id}).`);
  }
  const { objects, logLines } = snapshot.counts;
  const what = `${inert(snapshot.name)} with ${plural(objects, "object")} and ${plural(logLines, "log line")}`;
  const asking = createInterface({ input: io.stdin, output: io.stderr });
  try {
    const answer = await asking.question(`Delete ${what}, for good? [y/N] `, { signal: io.signal });
    return /^y(es)?$/i.test(answer.trim());
  } finally {
    asking.close();
  }
}

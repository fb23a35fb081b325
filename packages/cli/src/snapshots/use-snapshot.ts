import { KubinError, titleOf } from "@kubin/schema";
import { type Io, print, tell } from "../io.ts";
import { inert } from "../output/inert.ts";
import { printResult, type ResultArgs } from "../output/print-result.ts";
import { openSnapshot } from "../session/open-snapshot.ts";
import type { WantedArgs } from "../session/wanted-snapshot.ts";
import { readState } from "../state/read-state.ts";
import { rememberUse } from "../state/write-state.ts";

/** `kubin use`: remembers the snapshot that other commands read; prints its id, name and link. */
export async function chooseSnapshot(io: Io, args: WantedArgs & ResultArgs & { clear: boolean }): Promise<undefined> {
  if (args.clear) {
    if (args.snapshot !== undefined) throw new KubinError("BAD_INPUT", "--clear and a snapshot exclude each other.");
    await rememberUse(io, undefined);
    if (!args.quiet) tell(io, "From now on the last snapshot made from here is read.");
    return;
  }
  if (args.snapshot === undefined) return tellPresent(io, args);
  const { snapshot, server, link, url } = await openSnapshot(io, args);
  const name = titleOf(snapshot);
  await rememberUse(io, { server, id: snapshot.id, name, link, at: new Date().toISOString() });
  const value = { id: snapshot.id, name, url };
  await printResult({ io, args, value, table: () => `${inert(name)} (${snapshot.id})\n` });
}

async function tellPresent(io: Io, args: ResultArgs): Promise<undefined> {
  const { use } = await readState(io);
  if (use) {
    const value = { id: use.id, name: use.name, ...(use.link && { url: use.link }) };
    await printResult({ io, args, value, table: () => `${inert(use.name)} (${use.id})\n` });
    return;
  }
  if (args.output === "json") return print(io, "null\n").then(() => undefined);
  await print(io, "None is chosen: the last snapshot made from here is read.\n");
}

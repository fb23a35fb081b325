import { isSettled } from "@kubin/schema";
import { type Io, tell } from "../io.ts";
import { type OpenedSnapshot, openSnapshot } from "./open-snapshot.ts";
import type { WantedArgs } from "./wanted-snapshot.ts";

/** Opens a snapshot to read what is in it, and says when that cannot be all: no answer may look more whole than it is. */
export async function openContent(io: Io, args: WantedArgs): Promise<OpenedSnapshot> {
  const opened = await openSnapshot(io, args);
  const { state, partial, progress } = opened.snapshot;
  if (!isSettled(state)) {
    const indexed = `${progress.partsIndexed} of ${progress.partsKnown} parts indexed`;
    tell(io, `Still ${state} (${indexed}): the answer may lack objects, and ages may be wrong until it is COMPLETED.`);
  } else if (partial && !args.quiet) {
    tell(io, "The snapshot is partial: what never arrived is not in the answer. kubin summary tells what is missing.");
  }
  return opened;
}

import { KubinError } from "@kubin/schema";
import { type Io, tell } from "../io.ts";
import { openContent } from "../session/open-content.ts";
import type { GetArgs } from "./get-args.ts";
import { getFormat } from "./get-format.ts";
import { listKinds } from "./list-kinds.ts";
import type { PrintAll } from "./listing.ts";
import { parseWhat } from "./parse-what.ts";
import { printEvents } from "./print-events.ts";
import { printObjects } from "./print-objects.ts";
import { printTable } from "./print-table.ts";
import { resolveListings } from "./resolve-listings.ts";
import { tellEmpty } from "./tell-empty.ts";

/** `kubin get`: objects as kubectl shows them. */
export async function getObjects(io: Io, args: GetArgs): Promise<undefined> {
  if (args.kind === undefined) return listKinds(io, args);
  const format = getFormat(args);
  const what = parseWhat(args.kind, args.names ?? []);
  if (args.namespace !== undefined && args["all-namespaces"]) {
    throw new KubinError("BAD_INPUT", "-n and -A exclude each other.");
  }
  const opened = await openContent(io, args);
  const listings = await resolveListings({ opened, what, args });
  await printAll({ io, args, opened, listings, format });
}

async function printAll(all: PrintAll): Promise<undefined> {
  const { io, args, listings, format } = all;
  const events = listings.filter(({ kind }) => kind.plural === "events");
  if (events.length > 0 && events.length === listings.length && events.every(({ names }) => names.length === 0)) {
    return printEvents(all);
  }
  if (format !== "table" && format !== "wide") return printObjects(all);
  const shown = await printTable(all);
  if (shown === 0 && !args.quiet) await tellEmpty(all, (line) => tell(io, line));
  return undefined;
}

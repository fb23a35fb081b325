import { kindsOfAll } from "@kubin/kubernetes";
import { KubinError } from "@kubin/schema";
import { type Io, tell } from "../io.ts";
import { openContent } from "../session/open-content.ts";
import { customNames } from "./custom-names.ts";
import type { GetArgs } from "./get-args.ts";
import { getFormat } from "./get-format.ts";
import { listKinds } from "./list-kinds.ts";
import type { Listing, PrintAll } from "./listing.ts";
import { parseWhat } from "./parse-what.ts";
import { printEvents } from "./print-events.ts";
import { printObjects } from "./print-objects.ts";
import { printTable } from "./print-table.ts";
import { type ResolvedKind, resolveKind } from "./resolve-kind.ts";
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
  const { client, snapshot } = opened;
  const kinds = await client.metadata.kinds.query({ snapshotId: snapshot.id });
  const custom = () => customNames(client, snapshot.id);
  const listings: Listing[] = [];
  for (const { kind, names } of what) {
    for (const text of kind === "all" ? kindsOfAll : [kind]) {
      listings.push(listing({ kind: await resolveKind({ text, kinds, custom }), names, args }));
    }
  }
  await printAll({ io, args, opened, listings, format });
}

function listing(opts: { kind: ResolvedKind; names: string[]; args: GetArgs }): Listing {
  const { kind, names, args } = opts;
  const namespaces = args.namespace?.split(",").filter((one) => one !== "");
  const namespaced = kind.captured?.namespaced ?? true;
  return {
    kind,
    names,
    namespaces,
    filter: {
      group: kind.group,
      plural: kind.plural,
      selector: args.selector,
      text: args.text,
      ...(args.failing && { health: ["failing" as const] }),
      ...(namespaced && namespaces && { namespaces }),
    },
  };
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

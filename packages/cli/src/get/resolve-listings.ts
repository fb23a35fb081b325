import { kindsOfAll } from "@kubin/kubernetes";
import type { OpenedSnapshot } from "../session/open-snapshot.ts";
import { customNames } from "./custom-names.ts";
import type { GetArgs } from "./get-args.ts";
import type { Listing } from "./listing.ts";
import type { What } from "./parse-what.ts";
import { type ResolvedKind, resolveKind } from "./resolve-kind.ts";

/** What of the command line chooses objects. */
export type Wanted = Pick<GetArgs, "namespace" | "selector" | "text" | "failing">;

/** The kinds and names that were asked for, as the open snapshot knows them. */
export async function resolveListings(opts: {
  opened: OpenedSnapshot;
  what: readonly What[];
  args: Wanted;
}): Promise<Listing[]> {
  const { client, snapshot } = opts.opened;
  const kinds = await client.metadata.kinds.query({ snapshotId: snapshot.id });
  const custom = () => customNames(client, snapshot.id);
  const listings: Listing[] = [];
  for (const { kind, names } of opts.what) {
    for (const text of kind === "all" ? kindsOfAll : [kind]) {
      listings.push(listing({ kind: await resolveKind({ text, kinds, custom }), names, args: opts.args }));
    }
  }
  return listings;
}

function listing(opts: { kind: ResolvedKind; names: string[]; args: Wanted }): Listing {
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

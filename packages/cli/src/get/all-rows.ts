import type { KubinClient } from "@kubin/client";
import { type Column, KubinError, type ResourcePage, type ResourceRow } from "@kubin/schema";
import { inert } from "../output/inert.ts";
import type { Listing } from "./listing.ts";

/** Largest page the server gives. */
const pageSize = 1000;

export interface Page {
  columns: Column[];
  rows: ResourceRow[];
}

/** All rows of a listing, page after page. Throws NOT_FOUND for a name that is not there, as kubectl does. */
export async function* pagesOf(client: KubinClient, snapshotId: string, listing: Listing): AsyncGenerator<Page> {
  if (listing.kind.captured === undefined) {
    if (listing.names.length > 0) throw notThere(listing, listing.names[0] ?? "");
    return;
  }
  for (const name of listing.names.length > 0 ? listing.names : [undefined]) {
    const filter = { ...listing.filter, ...(name !== undefined && { name }) };
    let cursor: string | undefined;
    do {
      const page: ResourcePage = await client.metadata.resources.query({ snapshotId, filter, limit: pageSize, cursor });
      if (name !== undefined && page.items.length === 0 && cursor === undefined) throw notThere(listing, name);
      yield { columns: page.columns, rows: page.items };
      cursor = page.nextCursor;
    } while (cursor !== undefined);
  }
}

function notThere({ kind, namespaces }: Listing, name: string): KubinError {
  const where = namespaces === undefined ? "" : ` in namespace ${namespaces.join(", ")}`;
  const named = `${kind.plural}${kind.group === "" ? "" : `.${kind.group}`} "${inert(name)}"`;
  return new KubinError(
    "NOT_FOUND",
    `The snapshot holds no ${named}${where}.\n\`kubin get ${kind.plural}\` lists what it holds.`,
  );
}

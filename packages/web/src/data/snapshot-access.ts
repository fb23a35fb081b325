import type { KubinClient } from "@kubin/client";
import type { Snapshot } from "@kubin/schema";
import { type QueryKey, queryOptions } from "@tanstack/react-query";
import type { Base } from "../place/place.ts";

/** Who asks, and how: each cached answer is kept under `reader`, so two links never see each other's. */
export interface SnapshotAccess {
  client: KubinClient;
  base: Base;
  reader: string;
}

/** The key of the snapshot itself. */
export function snapshotKey(access: SnapshotAccess): QueryKey {
  return [access.reader, "snapshot", access.base.by === "link" ? "" : access.base.id];
}

/** The snapshot behind the URL: by its link, or by its id for the owner. */
export function snapshotQuery(access: SnapshotAccess) {
  const { base, client } = access;
  return queryOptions<Snapshot>({
    queryKey: snapshotKey(access),
    queryFn: ({ signal }) =>
      base.by === "link"
        ? client.metadata.open.query(undefined, { signal })
        : client.metadata.get.query({ snapshotId: base.id }, { signal }),
  });
}

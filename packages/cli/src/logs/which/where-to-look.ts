import type { KubinClient } from "@kubin/client";

/** The snapshot, or one namespace of it. */
export interface WhereToLook {
  client: KubinClient;
  snapshotId: string;
  namespace?: string | undefined;
}

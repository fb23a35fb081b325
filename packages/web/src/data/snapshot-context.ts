import type { KubinClient } from "@kubin/client";
import type { Snapshot } from "@kubin/schema";
import { createContext, use } from "react";

/** The snapshot that is open, and the way to ask about it. */
export interface OpenSnapshot {
  snapshot: Snapshot;
  client: KubinClient;
  reader: string;
}

export const OpenSnapshotContext = createContext<OpenSnapshot | undefined>(undefined);

export function useSnapshot(): OpenSnapshot {
  const open = use(OpenSnapshotContext);
  if (!open) throw new Error("useSnapshot: outside of a snapshot");
  return open;
}

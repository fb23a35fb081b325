import type { Base } from "../place/place.ts";
import { connect } from "./connect.ts";
import type { SnapshotAccess } from "./snapshot-access.ts";

/** The way to ask about the snapshot that an address names: by its link where there is one, else as the owner. */
export function openAccess({ token, id }: { token: string; id: string }): SnapshotAccess {
  const base: Base = token ? { by: "link", token } : { by: "id", id };
  return { base, client: connect(token || undefined), reader: token ? `link ${token}` : "owner" };
}

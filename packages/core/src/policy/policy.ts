import type { Actor } from "./actor.ts";

/** Who may do what. Rights within a snapshot (which namespaces, logs or not) come from the link, see `authorise-read.ts`. */
export const policy = {
  "snapshot.create": ["owner"],
  "snapshot.list": ["owner"],
  "snapshot.delete": ["owner"],
  "snapshot.status": ["owner", "link", "ticket"],
  "content.read": ["owner", "link"],
  "content.download": ["owner", "link"],
  "link.open": ["link"],
  "upload.write": ["ticket"],
  work: ["system"],
} as const satisfies Record<string, readonly Actor["kind"][]>;

export type Action = keyof typeof policy;

/** An object as it is applied. */
export interface Manifest {
  apiVersion: string;
  kind: string;
  metadata: Metadata;
  [field: string]: unknown;
}

interface Metadata {
  name: string;
  namespace?: string;
  labels?: Record<string, string>;
  annotations?: Record<string, string>;
}

export const namespaces = ["shop", "billing", "platform", "broken"] as const;

export type Namespace = (typeof namespaces)[number];

export const nodes = ["node-0", "node-1", "node-2", "node-3", "node-4"] as const;

export const customResources = { count: 3_000, group: "kubin.test", plural: "widgets" } as const;

export function base64(text: string): string {
  return Buffer.from(text).toString("base64");
}

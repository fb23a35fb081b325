import type { Cell, EventRow, Health } from "@kubin/schema";

/** One Kubernetes object, ready for lists, filters and relations. */
export interface DescribedObject {
  group: string;
  version: string;
  kind: string;
  plural: string;
  namespace: string;
  name: string;
  uid: string | undefined;
  createdAt: Date | undefined;
  labels: Record<string, string>;
  health: Health;
  /** Why, in words; "" when all is well. */
  reason: string;
  /** One a column of `columnsOf`. */
  cells: Cell[];
  restarts: number;
  /** uids of owners. */
  owners: string[];
  /** `objectKey`s of what it uses. */
  uses: string[];
  /** Lower-cased name, labels, annotations and images; at most 16 KiB. */
  searchText: string;
  /** The object, without characters that PostgreSQL cannot store. */
  object: Record<string, unknown>;
}

/** A Kubernetes event of either API. */
export interface DescribedEvent extends Omit<EventRow, "firstAt" | "lastAt"> {
  firstAt: Date | undefined;
  lastAt: Date | undefined;
}

/** How an object does, and why in words ("" when it is well). */
export interface Verdict {
  health: Health;
  reason: string;
}

import type { TroubledItem } from "@kubin/schema";
import type { FoundResource } from "../ports/metadata.ts";

/** Objects in trouble for which one item stands. */
export interface TroubledGroup {
  item: TroubledItem;
  /** The topmost captured owner, or the object itself; with its content where it was found as an owner. */
  root: FoundResource;
  /** The pods among them, most restarts first. */
  pods: FoundResource[];
}

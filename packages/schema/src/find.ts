import { z } from "zod";
import { Cursor } from "./page.ts";
import { ResourceRow } from "./resource.ts";
import { SnapshotId } from "./snapshot.ts";

/** Looks for objects of any kind by what people remember of them. */
export const FindObjects = z.object({
  snapshotId: SnapshotId,
  text: z.string().trim().min(1).max(200),
  /**
   * names: name, addresses, images, labels, annotations, of all but events. everything: any key or value of any object,
   * walked page by page.
   */
  within: z.enum(["names", "everything"]).default("names"),
  namespaces: z.array(z.string().max(63)).max(200).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(20),
  cursor: Cursor.optional(),
});
export type FindObjects = z.infer<typeof FindObjects>;

export const FoundObject = ResourceRow.omit({ cells: true, labels: true })
  .extend({
    /** Where the text was found, the first of these in this order. */
    matched: z.enum(["name", "address", "image", "label", "annotation", "text"]),
    /** The found text with a little around it; the name itself for `name`. */
    excerpt: z.string(),
  })
  .meta({ id: "FoundObject" });
export type FoundObject = z.infer<typeof FoundObject>;

export const FoundObjects = z
  .object({
    /**
     * Exact names first, then who has exactly this address, names that begin so, names that hold it, and the rest, each
     * by kind, namespace and name. Of `everything`: by namespace and name.
     */
    items: z.array(FoundObject),
    /** Objects looked at for this answer. */
    searched: z.int(),
    /** Set where more may be found. A page of `everything` may be empty and still have a next one. */
    nextCursor: z.string().optional(),
  })
  .meta({ id: "FoundObjects" });
export type FoundObjects = z.infer<typeof FoundObjects>;

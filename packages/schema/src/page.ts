import { z } from "zod";

/** Opaque; holds position, filter and scope, so it cannot be used with another question or by another reader. */
export const Cursor = z.string().min(1).max(2000);
export type Cursor = z.infer<typeof Cursor>;

export const PageRequest = z.object({
  limit: z.coerce.number().int().min(1).max(1000).default(100),
  cursor: Cursor.optional(),
});
export type PageRequest = z.infer<typeof PageRequest>;

import { z } from "zod";

/** A snapshot that this user made or chose. The link is a secret: the file is readable by its owner alone. */
export const Remembered = z.object({
  server: z.string(),
  id: z.string(),
  name: z.string(),
  link: z.string().optional(),
  at: z.string(),
});
export type Remembered = z.infer<typeof Remembered>;

export const State = z.object({
  version: z.literal(1),
  /** Chosen by `kubin use`. */
  use: Remembered.optional(),
  /** Made from here, newest first. */
  made: z.array(Remembered).max(1000),
});
export type State = z.infer<typeof State>;

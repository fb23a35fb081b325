import { z } from "zod";

/** CPU in cores, memory in bytes. */
export const Amounts = z.object({ cpu: z.number(), memory: z.number() });
export type Amounts = z.infer<typeof Amounts>;

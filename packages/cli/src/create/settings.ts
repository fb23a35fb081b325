import { z } from "zod";

const list = z
  .union([z.string(), z.array(z.string())])
  .transform((given) => (typeof given === "string" ? [given] : given));

/**
 * What `kubin create` takes from files and from the environment when the command line does not say it; named as its
 * options. In `.kubin.yaml` and the user's config below `create:`, in the environment as `KUBIN_CREATE_SINCE` and so on.
 */
export const CreateSettings = z.strictObject({
  context: z.string().optional(),
  namespace: list.optional(),
  "exclude-namespace": list.optional(),
  selector: z.string().optional(),
  include: list.optional(),
  exclude: list.optional(),
  preset: z.enum(["incident", "audit", "minimal"]).optional(),
  openapi: z.boolean().optional(),
  "node-summaries": z.boolean().optional(),
  logs: z.boolean().optional(),
  since: z.string().optional(),
  tail: z.int().optional(),
  "max-log-bytes": z.string().optional(),
  "max-bytes": z.string().optional(),
  "time-limit": z.string().optional(),
  previous: z.boolean().optional(),
  expires: z.string().optional(),
});
export type CreateSettings = z.infer<typeof CreateSettings>;
export type CreateSetting = keyof CreateSettings;

export const createSettingNames = Object.keys(CreateSettings.shape) as CreateSetting[];

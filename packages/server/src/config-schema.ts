import { isLoopback } from "@kubin/api";
import { z } from "zod";

const roles = ["gateway", "query", "upload", "worker"] as const;

const port = z
  .string()
  .regex(/^\d{1,5}$/)
  .transform(Number)
  .pipe(z.int().min(0).max(65_535));

const roleList = z
  .string()
  .transform((text) => text.split(",").map((role) => role.trim()))
  .pipe(z.array(z.enum(roles)).min(1));

const origin = z
  .url({ protocol: /^https?$/ })
  .refine((text) => /^https?:\/\/[^/?#@]+\/?$/.test(text))
  .transform((text) => new URL(text).origin);

const common = {
  port: port.prefault("7780"),
  // Without accounts whoever reaches the server owns it.
  host: z.string().refine(isLoopback).default("127.0.0.1"),
  publicUrl: origin.optional(),
  auth: z.literal("none").default("none"),
  logLevel: z.enum(["fatal", "error", "warn", "info", "debug", "silent"]).default("info"),
};

/** One process with nothing installed: it runs every role, since its data directory has one holder. */
export const EmbeddedConfig = z.object({
  profile: z.literal("embedded"),
  ...common,
  roles: roleList.refine((list) => roles.every((role) => list.includes(role))).prefault(roles.join(",")),
  dataDir: z.string().min(1),
});
export type EmbeddedConfig = z.infer<typeof EmbeddedConfig>;

/** Any set of roles on real engines. */
export const DistributedConfig = z.object({
  profile: z.literal("distributed"),
  ...common,
  roles: roleList.prefault(roles.join(",")),
});
export type DistributedConfig = z.infer<typeof DistributedConfig>;

export const Config = z.discriminatedUnion("profile", [EmbeddedConfig, DistributedConfig]);
/** Everything an operator may say about one process, read once from the environment and never again. */
export type Config = Readonly<z.infer<typeof Config>>;

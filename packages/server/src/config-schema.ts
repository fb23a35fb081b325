import { isLoopback, roles } from "@kubin/api";
import { z } from "zod";

/** A number as the environment holds it: no more digits than the largest has, no sign, no blank. */
const whole = (least: number, most: number) =>
  z
    .string()
    .regex(new RegExp(`^\\d{1,${String(most).length}}$`))
    .transform(Number)
    .pipe(z.int().min(least).max(most));

const roleList = z
  .string()
  .transform((text) => text.split(",").map((role) => role.trim()))
  .pipe(z.array(z.enum(roles)).min(1));

const origin = z
  .url({ protocol: /^https?$/ })
  .refine((text) => /^https?:\/\/[^/?#@]+\/?$/.test(text))
  .transform((text) => new URL(text).origin);

const flag = z.enum(["true", "false"]).transform((text) => text === "true");

const common = {
  port: whole(0, 65_535).prefault("7780"),
  // Without accounts whoever reaches the server owns it.
  host: z.string().refine(isLoopback).default("127.0.0.1"),
  publicUrl: origin.optional(),
  auth: z.literal("none").default("none"),
  workerConcurrency: whole(1, 32).prefault("2"),
  logTextIndex: flag.prefault("true"),
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

const databaseUrl = z.url({ protocol: /^postgres(ql)?$/ });
const redisUrl = z.url({ protocol: /^rediss?$/ });

/** Any set of roles on real engines. */
export const DistributedConfig = z.object({
  profile: z.literal("distributed"),
  ...common,
  roles: roleList.prefault(roles.join(",")),
  databaseUrl,
  databaseReplicaUrls: z
    .string()
    .transform((text) => text.split(",").map((one) => one.trim()))
    .pipe(z.array(databaseUrl))
    .optional(),
  databasePool: whole(2, 200).prefault("10"),
  clickhouseUrl: z.url({ protocol: /^https?$/ }),
  clickhouseCluster: z
    .string()
    .regex(/^([\w.-]{1,100}|\{cluster\})$/)
    .optional(),
  redisUrl: z.string().refine((text) => text.split(",").every((one) => redisUrl.safeParse(one.trim()).success)),
  kafkaBrokers: z
    .string()
    .regex(/^[^\s,:]+:\d+(\s*,\s*[^\s,:]+:\d+)*$/)
    .transform((text) => text.split(",").map((one) => one.trim())),
  kafkaPrefix: z
    .string()
    .regex(/^[\w.-]{1,100}$/)
    .default("kubin"),
  kafkaTls: flag.prefault("false"),
  kafkaSasl: z.enum(["plain", "scram-sha-256", "scram-sha-512"]).optional(),
  kafkaUsername: z.string().optional(),
  kafkaPassword: z.string().optional(),
  s3Bucket: z.string().regex(/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/),
  s3Region: z.string().default("us-east-1"),
  s3Endpoint: origin.optional(),
  s3PublicEndpoint: origin.optional(),
  s3AccessKeyId: z.string().optional(),
  s3SecretAccessKey: z.string().optional(),
  s3PathStyle: flag.optional(),
  s3KmsKeyId: z.string().optional(),
  s3RawStorageClass: z.string().optional(),
  s3NotificationTopic: z.string().optional(),
  s3NotificationArn: z.string().startsWith("arn:").optional(),
  caFile: z.string().optional(),
});
export type DistributedConfig = z.infer<typeof DistributedConfig>;

export const Config = z.discriminatedUnion("profile", [EmbeddedConfig, DistributedConfig]);
/** Everything an operator may say about one process, read once from the environment and never again. */
export type Config = Readonly<z.infer<typeof Config>>;

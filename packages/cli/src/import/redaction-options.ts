import { randomBytes } from "node:crypto";
import type { RedactionOptions } from "@kubin/kubernetes";
import type { ImportArgs } from "./import-args.ts";
import type { RedactionSettings } from "./redaction-settings.ts";

type Flags = Pick<ImportArgs, "redact-names" | "keep-secrets">;

/** How one bundle is redacted. Without a key of the team its marks get one of their own. */
export function redactionOptions(args: Flags, { teamKey, own }: RedactionSettings): RedactionOptions {
  return {
    key: teamKey ?? randomBytes(32),
    ...(own && { rules: own.rules }),
    redactNames: args["redact-names"],
    keepSecrets: args["keep-secrets"],
  };
}

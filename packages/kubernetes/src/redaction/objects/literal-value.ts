import { isSecretValue } from "../text/secret-value.ts";
import { isMask } from "./known-mask.ts";
import type { NameSays } from "./secret-name.ts";

/** Words that switch something, in the place of a secret. */
const switches = /^(true|false|yes|no|on|off|none|null|nil|undefined|enabled|disabled|~|-|\{\}|\[\])$/i;
/** `$(VAR)`, `${VAR}`, `$VAR`, `{{ .Values.x }}`: what stands there is elsewhere. */
const variable = /^(\$\([\w.-]+\)|\$\{[A-Za-z_][\w.]*\}|\$[A-Z_][A-Z0-9_]*|\{\{[^{}"'`]*\}\})$/;
/** References of secret stores. */
const reference =
  /^(vault:[\w./-]+(#[\w.-]+)?|ref\+[a-z]+:\/\/\S+|op:\/\/\S+|arn:aws[\w-]*:(secretsmanager|ssm|kms):\S+|projects\/[\w-]+\/secrets\/\S+)$/;
/** A path has a short lower-case first step, so that base64 which begins with a slash is none. */
const path = /^(~|\.{1,2})?\/[a-z][a-z0-9._-]{1,24}(\/[A-Za-z0-9._@+-]{1,100})+\/?$/;
const publicKey =
  /^(ssh-(rsa|dss|ed25519)|ecdsa-sha2-\S{1,40}|sk-\S{1,60}) AAAA|^-----BEGIN (CERTIFICATE|[A-Z ]{0,20}PUBLIC KEY)-----/;
const webAddress = /^https?:\/\//i;

/**
 * Whether a value whose name says "secret" is one: any literal, even a plain word, but no switch, reference, path or
 * mask. Where the name only hints, it must look like one too.
 */
export function isLiteralSecret(value: unknown, says: NameSays): value is string | number {
  if (says === "nothing") return false;
  if (typeof value === "number") return says === "password";
  if (typeof value !== "string") return false;
  const text = value.trim();
  if (text === "" || isMask(text) || switches.test(text) || variable.test(text)) return false;
  // Numbers of revisions and limits: "maxTokens", "client-token: 607".
  if (says !== "password" && /^\d{1,5}$/.test(text)) return false;
  if (reference.test(text) || path.test(text) || publicKey.test(text)) return false;
  // Sums of 32 bits, by which operators see that a Secret changed, are shorter.
  if (says === "hint") return text.length > 8 && isSecretValue(text, "hint");
  return says === "password" || !webAddress.test(text);
}

/** `secret: osp-secret`, `configSecret: x-tls`: a name that calls itself a Secret's, below a field that may hold one. */
export function namesSecret(key: string, value: unknown): boolean {
  if (!/secret$/i.test(key) || /(client|shared|webhook|jwt|session|signing)[._-]?secret$/i.test(key)) return false;
  return typeof value === "string" && /^[a-z0-9][a-z0-9.-]{0,240}-(secrets?|credentials|creds|tls|certs?)$/.test(value);
}

/** `$token`, `$(cat file)`: in a script, what is run or stands elsewhere. */
export function isShellExpansion(value: string): boolean {
  return /^["']?(\$\(|`|\$\{?[A-Za-z_]\w*\}?["']?$)/.test(value);
}

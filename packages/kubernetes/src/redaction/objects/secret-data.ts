import { isObject } from "../../bundle/json-object.ts";
import { isOnlyCertificates } from "./certificates.ts";
import { decodeBase64, decodeText } from "./decode-base64.ts";
import { isMask, toldLength } from "./known-mask.ts";
import { redactKey } from "./scan-text.ts";
import { below, type Spot, tellTaken } from "./spot.ts";

/** Keys of Secrets that hold public certificates by convention; `oc adm inspect` keeps them too. */
const publicKeys = new Set(["tls.crt", "ca.crt", "ca-bundle.crt", "service-ca.crt"]);

interface SecretData {
  spot: Spot;
  /** Values are base64 (`data`), not text (`stringData`). */
  isBase64: boolean;
  rule: string;
}

/** `data` or `stringData` of a Secret: keys stay, values become marks with their length. No exception changes that. */
export function redactSecretData(value: unknown, opts: SecretData): unknown {
  if (!isObject(value)) return maskedValue(value, opts);
  const fields = Object.entries(value).map(([key, secret]): [string, unknown] => {
    const stays = publicKeys.has(key) && typeof secret === "string" && isOnlyCertificates(textOf(secret, opts));
    return [redactKey(key, opts.spot), stays ? secret : maskedValue(secret, { ...opts, spot: below(opts.spot, key) })];
  });
  return Object.fromEntries(fields);
}

function maskedValue(value: unknown, { spot, isBase64, rule }: SecretData): unknown {
  // An empty value keeps nothing secret, and that it is empty is often what was looked for.
  if (value === null || value === undefined || value === "") return value;
  if (typeof value !== "string") {
    const mark = "‹redacted:secret›";
    tellTaken(spot, { rule, before: "a value that is no text", mark });
    return mark;
  }
  if (isMask(value)) return value;
  const bytes = (isBase64 ? decodeBase64(value) : undefined) ?? new TextEncoder().encode(value);
  const told = toldLength(bytes.length < 64 ? (decodeText(bytes) ?? "") : "");
  if (told !== undefined) {
    // What the other tool took out is not here, so there is no hash of it.
    const mark = `‹redacted:${rule}:${told} bytes›`;
    tellTaken(spot, { rule: "masked-before", before: `${told} bytes long`, mark });
    return mark;
  }
  const mark = spot.reading.rules.marks.ofLength(rule, bytes);
  tellTaken(spot, { rule, before: decodeText(bytes) ?? value, mark });
  return mark;
}

function textOf(value: string, { isBase64 }: SecretData): string {
  if (!isBase64) return value;
  // "-----BEGIN CERT": the rest need not be decoded.
  if (!value.startsWith("LS0tLS1CRUdJTiBDRVJU")) return "";
  const bytes = decodeBase64(value);
  return (bytes && decodeText(bytes)) ?? "";
}

import { KubinError, PartType } from "@kubin/schema";

const uuid = "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}";
const namespace = "(?:_cluster|[a-z0-9](?:[-a-z0-9]{0,61}[a-z0-9])?)";
const keyPattern = new RegExp(`^snapshots/${uuid}/(?:${PartType.options.join("|")})/${namespace}/([0-9a-f]{64})$`);
const prefixPattern = new RegExp(`^snapshots/${uuid}(?:/[a-z0-9_-]*){0,3}$`);

/**
 * Throws BAD_INPUT unless `key` is `snapshots/{uuid}/{type}/{namespace or _cluster}/{sha256}`. Such a key is also a
 * harmless relative path. Returns the digest in it.
 */
export function checkObjectKey(key: string): { sha256: string } {
  const sha256 = keyPattern.exec(key)?.[1];
  if (sha256 === undefined) throw new KubinError("BAD_INPUT", "This is not the key of an object.");
  return { sha256 };
}

/** Throws BAD_INPUT unless `prefix` begins with `snapshots/{uuid}`: nothing ever works on several snapshots at once. */
export function checkObjectPrefix(prefix: string): void {
  if (!prefixPattern.test(prefix)) throw new KubinError("BAD_INPUT", "This is not the prefix of a snapshot's objects.");
}

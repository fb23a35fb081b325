import { maxPartBytes, maxRawPartBytes, Namespace, type PartEntry, PartType } from "@kubin/schema";

/** Entries of a kubin file beside its parts, in the order begin, parts, manifest, seal. */
export const names = { begin: "begin.json", manifest: "manifest.json", seal: "seal.sha256" } as const;

/** What a file may hold at most: none that `kubin` writes has more. */
export const limits = {
  beginBytes: 64 * 1024,
  manifestBytes: 64 * 1024 * 1024,
  /** Header, one block with the digest, end mark. */
  sealBytes: 2048,
  parts: 200_000,
  partBytes: maxPartBytes,
  /** As a tar writes a size without an extension (POSIX ustar: 11 octal digits). */
  rawPartBytes: Math.min(maxRawPartBytes, 8 * 1024 ** 3 - 1),
} as const;

/** `parts/<type>/<namespace or _cluster>/<sha256>`: as the key of the part on a server. */
export function partName({ type, namespace, sha256 }: Pick<PartEntry, "type" | "namespace" | "sha256">): string {
  return `parts/${type}/${namespace || "_cluster"}/${sha256}`;
}

/** The digest in the name of a part; undefined for every other name, so that none can climb or hide. */
export function digestIn(name: string): string | undefined {
  const [parts, type, namespace, sha256, ...more] = name.split("/");
  if (parts !== "parts" || more.length > 0 || !PartType.safeParse(type).success) return undefined;
  if (namespace !== "_cluster" && (!namespace || !Namespace.safeParse(namespace).success)) return undefined;
  return sha256 !== undefined && /^[0-9a-f]{64}$/.test(sha256) ? sha256 : undefined;
}

/** Layouts that are known and not read by this version: a path that only they have, and their name. */
const foreign: readonly [RegExp, string][] = [
  [/(^|\/)cluster-resources\/|(^|\/)cluster-info\/cluster_version\.json$/, "a support bundle of troubleshoot.sh"],
  [/(^|\/)[^/]+\/[^/]+\/logs\.txt$/, "the output of kubectl cluster-info dump"],
  [/(^|\/)yamls\/(cluster|namespaced)\//, "a support bundle of Rancher"],
  [/(^|\/)k8shark-capture\//, "a capture of k8shark"],
  [/(^|\/)namespaces\/[^/]+\/(v\d\w*|[^/]+-v\d\w*)\/[^/]+\/[^/]+\.(yaml|log)$/, "a capture of crust-gather"],
  [/(^|\/)podlogs\/[^/]+\/[^/]+\/logs\/|(^|\/)resources\/(ns|cluster)\/[^/]+\.json$/, "the results of sonobuoy"],
  [/(^|\/)pods\/[^/_]+_[^/_]+_[0-9a-f-]{32,36}\/[^/]+\/\d+\.log$/, "the output of kind export logs"],
];

/** Names the tool whose bundle has such a path, if it is one that cannot be read yet. */
export function foreignLayout(path: string): string | undefined {
  return foreign.find(([pattern]) => pattern.test(path))?.[1];
}

/** The first bytes of packed files that are not opened here, and what they are. */
const packed: readonly [string, string][] = [
  ["504b0304", "a zip archive"],
  ["504b0506", "a zip archive"],
  ["fd377a585a00", "an xz file"],
  ["28b52ffd", "a zstd file"],
  ["425a68", "a bzip2 file"],
  ["377abcaf271c", "a 7z archive"],
  ["7f454c46", "a program"],
  ["89504e47", "a picture"],
  ["25504446", "a PDF"],
];

/** Names what a file is by its first bytes, if that is nothing that can be read here. */
export function foreignBytes(head: Uint8Array): string | undefined {
  const hex = Array.from(head.subarray(0, 8), (byte) => byte.toString(16).padStart(2, "0")).join("");
  return packed.find(([magic]) => hex.startsWith(magic))?.[1];
}

export type { BundleEntry, BundleSource, SourceProblem } from "./bundle-source.ts";
export { openBlob } from "./open-blob.ts";

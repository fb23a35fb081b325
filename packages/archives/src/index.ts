export type { BundleEntry, BundleSource, OpenedSource, SourceProblem } from "./bundle-source.ts";
export { openSource } from "./open-source.ts";

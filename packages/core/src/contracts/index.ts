export { describeBusContract } from "./bus-contract.ts";
export { describeCacheContract } from "./cache-contract.ts";
export { describeLogContract } from "./log-contract.ts";
export { sampleRow, unread } from "./log-samples.ts";
export { createSuite, resource, wholeScope } from "./metadata/metadata-suite.ts";
export { describeMetadataContract } from "./metadata-contract.ts";
export { describeObjectContract } from "./object-contract.ts";
export type { ObjectStoreUnderTest } from "./object-store-under-test.ts";

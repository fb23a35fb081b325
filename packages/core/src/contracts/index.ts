export { describeBusContract } from "./bus-contract.ts";
export { describeCacheContract } from "./cache-contract.ts";
export { describeLogContract } from "./log-contract.ts";
export { createSuite, resource, wholeScope } from "./metadata/metadata-suite.ts";
export { describeMetadataContract } from "./metadata-contract.ts";
export { describeObjectContract, type ObjectStoreUnderTest } from "./object-contract.ts";

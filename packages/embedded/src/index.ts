export { type DataDirectory, openDataDirectory } from "./data-directory/open-data-directory.ts";
export { type LogEngine, type StartLogEngine, startLogEngine } from "./log-engine/start-log-engine.ts";
export {
  type MetadataConnection,
  type MetadataEngine,
  startMetadataEngine,
} from "./metadata-engine/start-metadata-engine.ts";
export { type EmbeddedPorts, type OpenEmbedded, openEmbedded } from "./open-embedded.ts";

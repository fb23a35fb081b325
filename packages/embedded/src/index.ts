export { type LogEngine, type StartLogEngine, startLogEngine } from "./log-engine/start-log-engine.ts";
export {
  type MetadataConnection,
  type MetadataEngine,
  startMetadataEngine,
} from "./metadata-engine/start-metadata-engine.ts";

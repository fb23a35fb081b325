import { isObject, type JsonObject } from "./json-object.ts";

/** Fields of events.k8s.io/v1 and what they are called in v1 (`k8s.io/kubernetes/pkg/apis/events/v1/conversion.go`). */
const coreNames: Readonly<Record<string, string>> = {
  note: "message",
  regarding: "involvedObject",
  deprecatedCount: "count",
  deprecatedFirstTimestamp: "firstTimestamp",
  deprecatedLastTimestamp: "lastTimestamp",
  deprecatedSource: "source",
  reportingController: "reportingComponent",
};

/** Fields that v1 always has and events.k8s.io/v1 leaves out when they are empty. */
const always = {
  source: {},
  firstTimestamp: null,
  lastTimestamp: null,
  eventTime: null,
  reportingComponent: "",
  reportingInstance: "",
};

/**
 * An event as the core API shows it. The API server keeps each event once and shows it under both APIs, so a tool that
 * asks for all types writes it twice; as one form it is one object. Anything else is given back as it is.
 */
export function asCoreEvent(object: JsonObject): JsonObject {
  const isNewForm = object.kind === "Event" && String(object.apiVersion).startsWith("events.k8s.io/");
  if (!isNewForm || !isObject(object.metadata)) return object;
  const fields = Object.entries(object).map(([name, value]) => [coreNames[name] ?? name, value]);
  return { ...always, ...Object.fromEntries(fields), apiVersion: "v1" };
}

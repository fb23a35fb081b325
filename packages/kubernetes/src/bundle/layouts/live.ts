import { Remark } from "@kubin/schema";
import { asCoreEvent } from "../core-event.ts";
import { isObject, type JsonObject, textAt } from "../json-object.ts";
import type { FoundFacts, LayoutReader, Role } from "../layout.ts";
import { type LiveObjects, parseLiveLogPath, parseLiveObjectsPath } from "./live-paths.ts";

/** A live cluster, as `kubin create` hands it over. No file proves it: it is never looked for. */
export const live: LayoutReader = {
  layout: "live",
  lookedFor: "a live cluster",
  rootOf: () => undefined,
  open: () => roleOf,
};

function roleOf(path: string): Role {
  const objects = parseLiveObjectsPath(path);
  if (objects) {
    const { plural, kind } = objects;
    return { role: "objects", plural, kind, apiVersion: apiVersionOf(objects), repair: repairOf(objects) };
  }
  const stream = parseLiveLogPath(path);
  if (stream) return { role: "log", stream };
  const facts = factsOf[path];
  return { role: "document", ...(facts && { facts }) };
}

function apiVersionOf({ group, version }: LiveObjects): string {
  return group === "" ? version : `${group}/${version}`;
}

function repairOf(objects: LiveObjects): (object: JsonObject) => JsonObject {
  // Items of typed lists do not say what they are.
  const named = { apiVersion: apiVersionOf(objects), kind: objects.kind };
  if (!objects.partial) return (object) => asCoreEvent({ ...named, ...object });
  // Of a Helm release the metadata tells all that is wanted; the selector of the list told its type.
  const more = objects.plural === "secrets" ? { type: "helm.sh/release.v1" } : {};
  return ({ metadata }) => ({ ...named, metadata, ...more });
}

const factsOf: Readonly<Record<string, (text: string) => FoundFacts>> = {
  "capture.json": captureFacts,
  "version.json": versionFacts,
};

/** What `kubin create` says of its own capture. */
function captureFacts(text: string): FoundFacts {
  const value: unknown = JSON.parse(text);
  const capturedAt = new Date(textAt(value, "capturedAt"));
  const clusterName = textAt(value, "cluster");
  const remark = Remark.parse(value);
  return {
    ...(Number.isNaN(capturedAt.getTime()) ? {} : { capturedAt }),
    ...(clusterName === "" ? {} : { clusterName }),
    ...(Object.keys(remark).length > 0 && { remark }),
  };
}

/** `/version` of the API server. */
function versionFacts(text: string): FoundFacts {
  const value: unknown = JSON.parse(text);
  const apiServerVersion = isObject(value) ? textAt(value, "gitVersion").slice(0, 100) : "";
  return apiServerVersion === "" ? {} : { apiServerVersion };
}

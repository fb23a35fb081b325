import { asCoreEvent } from "../core-event.ts";
import type { DocumentRole, FoundFacts, LayoutReader, Role } from "../layout.ts";
import { withoutPadding } from "./crust-gather-padding.ts";

export const crustGather: LayoutReader = {
  layout: "crust-gather",
  lookedFor: "a crust-gather snapshot (cluster/<version>/<kind>/, namespaces/<namespace>/<version>/<kind>/)",
  rootOf(path) {
    const at = proof.exec(path);
    return at ? path.slice(0, at.index + (at[1]?.length ?? 0)) : undefined;
  },
  open: () => roleOf,
};

/**
 * `<group>-<version>`, or the version alone for the core group: where must-gather has a bare group ("apps"). Behind it
 * a kind in the singular, where must-gather has a plural.
 */
const version = "(?:[a-z0-9.-]{1,253}-)?v\\d{1,3}(?:(?:alpha|beta)\\d{1,3})?";
const kind = "[a-z0-9]{1,253}";
const object = `(?:cluster|namespaces/[^/]{1,253})/${version}/${kind}/[^/]{1,300}\\.(?:ya?ml|json)$`;
const log = "namespaces/[^/]{1,253}/v1/pod/[^/]{1,253}/[^/]{1,253}/(?:current|previous)\\.log$";
const proof = new RegExp(`(^|/)(?:${object}|${log}|collected\\.timestamp$)`);

const isObjectPath = new RegExp(`^${object}`);
const logPath = /^namespaces\/([^/]{1,253})\/v1\/pod\/([^/]{1,253})\/([^/]{1,253})\/(current|previous)\.log$/;
const factsOf: Readonly<Record<string, DocumentRole["facts"]>> = {
  "collected.timestamp": timestampFacts,
  "version.yaml": versionFacts,
};

/** What a file is, by its path below the root; nodes have the logs of their services below `cluster/v1/node/<node>/`. */
function roleOf(path: string): Role {
  if (isObjectPath.test(path)) {
    const decode = withoutPadding(path.endsWith(".json") ? "document" : "yaml");
    return { role: "objects", decode, repair: asCoreEvent };
  }
  const [, namespace, pod, container, source] = logPath.exec(path) ?? [];
  if (namespace && pod && container && (source === "current" || source === "previous")) {
    return { role: "log", decode: withoutPadding("log"), stream: { namespace, pod, container, source } };
  }
  const place = /^namespaces\/([^/]{1,253})\//.exec(path)?.[1];
  const facts = factsOf[path];
  const decode = withoutPadding("document");
  return { role: "document", decode, ...(place ? { namespace: place } : {}), ...(facts ? { facts } : {}) };
}

/** `"2026-11-23 11:15:41.851042330 UTC"`: JSON of a time as Rust's chrono prints it. */
function timestampFacts(text: string): FoundFacts {
  const [, day, clock] = /(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d(?:\.\d{1,3})?)\d{0,9} UTC/.exec(text) ?? [];
  const capturedAt = new Date(`${day}T${clock}Z`);
  return Number.isNaN(capturedAt.getTime()) ? {} : { capturedAt };
}

function versionFacts(text: string): FoundFacts {
  const kubernetesVersion = /^gitVersion: (\S{1,100})$/m.exec(text)?.[1];
  return kubernetesVersion === undefined ? {} : { kubernetesVersion };
}

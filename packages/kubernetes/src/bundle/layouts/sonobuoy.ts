import { type JsonObject, textAt } from "../json-object.ts";
import { kindOfPlural } from "../kinds.ts";
import type { FoundFacts, LayoutReader, Role } from "../layout.ts";

export const sonobuoy: LayoutReader = {
  layout: "sonobuoy",
  lookedFor: "sonobuoy results (resources/cluster/, resources/ns/, podlogs/)",
  rootOf(path) {
    const at = isAppleDouble(path) ? null : proof.exec(path);
    return at ? path.slice(0, at.index + (at[1]?.length ?? 0)) : undefined;
  },
  open: () => roleOf,
};

const proof =
  /(^|\/)(resources\/(cluster|non-ns|ns\/[^/]{1,253})\/[^/]{1,300}\.json|podlogs\/[^/]{1,253}\/[^/]{1,253}\/logs\/[^/]{1,253}\.txt|meta\/query-time\.json)$/;
const resources = /^resources\/(?:cluster|non-ns|ns\/([^/]{1,253}))\/([^/]{1,300})\.json$/;
const podLog = /^podlogs\/([^/]{1,253})\/([^/]{1,253})\/logs\/([^/]{1,253})\.txt$/;
const inNamespace = /^(?:podlogs|resources\/ns)\/([^/]{1,253})\//;

/** What a file is, by its path below the root. Results of plugins (e2e, systemd-logs), hosts and meta are documents. */
function roleOf(path: string): Role {
  if (isAppleDouble(path)) {
    const detail =
      "macOS wrote these beside the files when somebody packed the results; they hold nothing of a cluster.";
    return { role: "skipped", group: "AppleDouble files (._*)", namespace: "", detail };
  }
  const [, namespace, file] = resources.exec(path) ?? [];
  // In 0.8 `results.json` tells how long each query took, nothing else.
  if (file && file !== "results") {
    return { role: "objects", ...typeOf(file), ...(namespace ? { namespace } : {}), repair: versioned };
  }
  const [, ofNamespace, pod, container] = podLog.exec(path) ?? [];
  if (ofNamespace && pod && container) {
    return { role: "log", stream: { namespace: ofNamespace, pod, container, source: "current" } };
  }
  if (/^(serverversion\/)?serverversion\.json$/.test(path)) return { role: "document", facts: versionFacts };
  if (path === "meta/run.log") return { role: "document", facts: runFacts };
  const place = inNamespace.exec(path)?.[1];
  return { role: "document", ...(place ? { namespace: place } : {}) };
}

function isAppleDouble(path: string): boolean {
  return /(^|\/)\._[^/]*$/.test(path);
}

/** `apps_v1_deployments` since 0.14; `Deployments`, of which only the objects themselves know the version, before. */
function typeOf(file: string): { plural: string; kind?: string | undefined; apiVersion?: string } {
  const [, group, version, plural] = /^([a-z0-9.-]{1,253})_(v[a-z0-9]{1,20})_([a-z0-9]{1,253})$/.exec(file) ?? [];
  if (group && version && plural) return { plural, apiVersion: group === "core" ? version : `${group}/${version}` };
  const lower = file.toLowerCase();
  return { plural: lower, kind: kindOfPlural(lower) ?? singular(file) };
}

/** ComponentStatuses → ComponentStatus, PodSecurityPolicies → PodSecurityPolicy, PodTemplates → PodTemplate. */
function singular(kinds: string): string {
  if (kinds.endsWith("ies")) return `${kinds.slice(0, -3)}y`;
  return /(ss|us|x|ch|sh)es$/.test(kinds) ? kinds.slice(0, -2) : kinds.replace(/s$/, "");
}

/** Objects of the old arrays name no version, but `/apis/apps/v1beta2/namespaces/…` as where they come from. */
function versioned(object: JsonObject): JsonObject {
  if (textAt(object, "apiVersion") !== "") return object;
  const link = /^\/(?:api|apis\/([^/]{1,253}))\/(v[a-z0-9]{1,20})\//.exec(textAt(object.metadata, "selfLink"));
  if (!link?.[2]) return object;
  return { ...object, apiVersion: link[1] ? `${link[1]}/${link[2]}` : link[2] };
}

function versionFacts(text: string): FoundFacts {
  const kubernetesVersion = /"gitVersion"\s{0,10}:\s{0,10}"([^"\s]{1,100})"/.exec(text)?.[1];
  return kubernetesVersion === undefined ? {} : { kubernetesVersion };
}

/** The log of sonobuoy itself, JSON lines in the order of time: the last one was written when all was there. */
function runFacts(text: string): FoundFacts {
  const last = [...text.matchAll(/"time":"(\d{4}-\d\d-\d\dT[0-9:.]{8,18}Z)"/g)].at(-1)?.[1];
  const capturedAt = new Date(last ?? "");
  return Number.isNaN(capturedAt.getTime()) ? {} : { capturedAt };
}

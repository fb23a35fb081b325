import type { Insight } from "@kubin/schema";
import { isObject, objectAt, textAt } from "../json-object.ts";
import type { FoundFacts, FoundGap } from "../layout.ts";

/** More namespaces than these are unheard of; the coverage would sum them up anyway. */
const maxErrors = 2000;

/** `cluster-info/cluster_version.json`: `{info: {gitVersion}, string}`. */
export function versionFacts(text: string): FoundFacts {
  const value = parsed(text);
  const version = textAt(value, "string") || textAt(objectAt(value, "info"), "gitVersion");
  return version === "" ? {} : { kubernetesVersion: version };
}

/** `analysis.json`: what the analyzers of a support bundle or of a preflight found. */
export function analysisFacts(text: string): FoundFacts {
  const value = parsed(text);
  return Array.isArray(value) ? { analysis: value.filter(isObject).slice(0, 1000).map(insightOf) } : {};
}

function insightOf(result: Record<string, unknown>): Insight {
  const insight = objectAt(result, "insight");
  const told = (key: string, length: number) => (textAt(insight, key) || textAt(result, key)).slice(0, length);
  const detail = told("detail", 4000);
  const error = textAt(result, "error");
  const about = objectAt(result, "involvedObject");
  const name = told("name", 253);
  const object = {
    kind: textAt(about, "kind").slice(0, 253),
    namespace: textAt(about, "namespace").slice(0, 253),
    name: textAt(about, "name").slice(0, 253),
  };
  return {
    severity: (told("severity", 20) || (error === "" ? "" : "error")).slice(0, 20),
    name,
    title: told("primary", 1000) || name,
    // Most errors repeat the detail.
    detail: (error === "" || detail.includes(error) ? detail : [detail, error].filter(Boolean).join("\n")).slice(
      0,
      4000,
    ),
    ...(object.kind === "" && object.name === "" ? {} : { object }),
  };
}

/** A file of errors beside a type: a map from namespace to error, or an array of errors. */
export function errorsFacts(what: string): (text: string) => FoundFacts {
  return (text) => {
    const value = parsed(text);
    if (Array.isArray(value))
      return { gaps: value.slice(0, maxErrors).map((error) => gapOf(error, { what, namespace: "" })) };
    if (!isObject(value)) return {};
    const errors = Object.entries(value).slice(0, maxErrors);
    return { gaps: errors.map(([namespace, error]) => gapOf(error, { what, namespace })) };
  };
}

/** What the file that stands in the place of a log says. */
export function logErrorFacts(place: { what: string; namespace: string }): (text: string) => FoundFacts {
  return (text) => (text.trim() === "" ? {} : { gaps: [gapOf(text, place)] });
}

/** The kind of a gap by the words of the API server and of Go; the words themselves are not repeated. */
function gapOf(error: unknown, place: { what: string; namespace: string }): FoundGap {
  const text = typeof error === "string" ? error.slice(0, 10_000) : "";
  if (/forbidden|cannot (get|list|watch)|unauthorized/i.test(text)) {
    return { ...place, kind: "forbidden", detail: "The tool that made the bundle was not allowed to read this." };
  }
  if (/timeout|timed out|deadline exceeded/i.test(text)) {
    return { ...place, kind: "timed-out", detail: "The cluster did not answer the tool that made the bundle in time." };
  }
  const detail = "The tool that made the bundle met an error here; its own file of errors is among the documents.";
  return { ...place, kind: "missing", detail };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

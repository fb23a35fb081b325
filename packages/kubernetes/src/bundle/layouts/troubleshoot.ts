import { isObject, textAt } from "../json-object.ts";
import type { LayoutReader, Role, RoleOf } from "../layout.ts";
import { analysisFacts, errorsFacts, logErrorFacts, versionFacts } from "./troubleshoot-facts.ts";
import { readTroubleshootNames, type TroubleshootNames } from "./troubleshoot-names.ts";
import { type ResourceType, troubleshootTypes } from "./troubleshoot-types.ts";

const resources = "cluster-resources";
const folders = /^(pods\/logs|custom-resources|image-pull-secrets|auth-cani-list)\//;

/** Support bundles and preflights of troubleshoot.sh. */
export const troubleshoot: LayoutReader = {
  layout: "troubleshoot",
  lookedFor: "a support bundle of troubleshoot.sh (cluster-resources/, host-collectors/)",
  rootOf(path) {
    const steps = path.split("/");
    const at = steps.findIndex((step, index) => isProof(step, steps.slice(index + 1)));
    return at === -1 ? undefined : rootAt(steps, at);
  },
  rootByHead(path, head) {
    const steps = path.split("/");
    const isVersion = steps.at(-1) === "version.yaml" && /^kind: (SupportBundle|Preflight)\s*$/m.test(head);
    return isVersion && head.includes("troubleshoot.") ? rootAt(steps, steps.length - 1) : undefined;
  },
  async open(bundle) {
    const names = await readTroubleshootNames(bundle);
    const types = troubleshootTypes();
    return (path) => roleOf(path, { names, types });
  },
};

interface Known {
  names: TroubleshootNames;
  types: ReadonlyMap<string, ResourceType>;
}

function isProof(step: string, rest: string[]): boolean {
  if (step === "host-collectors") return rest.length > 1;
  if (step === "cluster-info") return rest[0] === "cluster_version.json";
  if (step !== resources || rest.length === 0) return false;
  return folders.test(rest.join("/")) || (rest.length < 3 && rest.at(-1)?.endsWith(".json") === true);
}

function rootAt(steps: string[], at: number): string {
  return steps
    .slice(0, at)
    .map((step) => `${step}/`)
    .join("");
}

function roleOf(path: string, known: Known): ReturnType<RoleOf> {
  const steps = path.split("/");
  if (steps[0] === resources) return inResources(steps.slice(1), known);
  if (steps.includes(resources)) {
    const detail = "These files belong to another bundle inside of this one, which was not imported with it.";
    return { role: "skipped", group: "files of a bundle within the bundle", namespace: "", detail };
  }
  if (path === "analysis.json") return { role: "document", facts: analysisFacts };
  if (path === "cluster-info/cluster_version.json") return { role: "document", facts: versionFacts };
  if (path === "cluster-info/errors.json") return { role: "document", facts: errorsFacts("cluster-info") };
  if (steps[0] === "secrets" && steps.length > 2) {
    return { role: "document", namespace: steps[1] ?? "", reshape: secretOf };
  }
  if (steps[0]?.endsWith("-errors") && path.endsWith(".json")) {
    return { role: "document", facts: errorsFacts(steps[0].slice(0, -"-errors".length)) };
  }
  if ((steps[0] === "configmaps" || steps[0] === "helm") && steps.length > 2) {
    return { role: "document", namespace: steps[1] ?? "" };
  }
  return ofCollector(steps, known) ?? { role: "document" };
}

/** `<collector>/<pod>/<file>.log`: a link to a log below `pods/logs`, which some ways of unpacking make a file. */
function ofCollector(steps: string[], { names }: Known): Role | undefined {
  const [pod = "", file = ""] = steps.slice(-2);
  const namespace = steps.length > 1 ? names.namespaceOfLog(`${pod}/${file}`) : undefined;
  if (namespace === undefined) return undefined;
  const role = logRole({ namespace, pod, file });
  return role.role === "log" ? { ...role, copy: true } : role;
}

/** `rest` begins behind `cluster-resources`. */
function inResources(rest: string[], { names, types }: Known): ReturnType<RoleOf> {
  const [folder = "", second = ""] = rest;
  const file = rest.at(-1) ?? "";
  if (folder === "pods" && second === "logs" && rest.length === 5) {
    return logRole({ namespace: rest[2] ?? "", pod: rest[3] ?? "", file });
  }
  if (folder === "custom-resources" && rest.length > 1) return customResource(rest, names);
  const errors = /^(.+)-errors\.json$/.exec(file)?.[1];
  if (errors) return { role: "document", facts: errorsFacts(errors) };
  const stem = /^(.+)\.json$/.exec(file)?.[1];
  const type = types.get(rest.length === 1 ? (stem ?? "") : folder);
  if (type && stem && rest.length <= 2) {
    const { plural, apiVersion, kind } = type;
    const namespace = type.namespaced && rest.length === 2 ? stem : undefined;
    return { role: "objects", plural, apiVersion, kind, namespace };
  }
  return { role: "document", namespace: rest.length === 2 ? (stem ?? "") : rest.length === 3 ? second : "" };
}

/** `custom-resources/<plural>.<group>.json` and `custom-resources/<plural>.<group>/<namespace>.json`. */
function customResource(rest: string[], names: TroubleshootNames): Role {
  const [, ofType = "", file] = rest;
  const told = /^(.+?)(-errors)?\.(json|ya?ml)$/.exec(file ?? ofType);
  if (!told || rest.length > 3) return { role: "document" };
  if (told[2]) return { role: "document", facts: errorsFacts(file === undefined ? (told[1] ?? "") : ofType) };
  const namespace = file === undefined ? undefined : told[1];
  if (told[3] !== "json" && names.hasTwin(["cluster-resources", ...rest].join("/"))) {
    const detail =
      "Copies of custom resources that the tool wrote before its own redaction; the redacted ones were kept.";
    return { role: "skipped", group: "custom resources as YAML", namespace: namespace ?? "", detail };
  }
  return { role: "objects", plural: ofType.split(".", 1)[0], namespace, repairText: quoteMarks };
}

function logRole({ namespace, pod, file }: { namespace: string; pod: string; file: string }): Role {
  const failed = /^(.+)-logs-errors\.log$/.exec(file)?.[1];
  if (failed) {
    const what = `log of ${pod}/${failed}`;
    return { role: "document", namespace, facts: logErrorFacts({ what, namespace }) };
  }
  const [, container = "", previous] = /^(.+?)(-previous)?\.log$/.exec(file) ?? [];
  if (container === "") return { role: "document", namespace };
  return { role: "log", stream: { namespace, pod, container, source: previous ? "previous" : "current" } };
}

/** A value of a Secret, as the `secret` collector writes it: {namespace, name, key, secretExists, keyExists, value}. */
function secretOf(value: unknown): unknown {
  if (!isObject(value)) return { kind: "Secret", stringData: value };
  const { value: one, data, ...rest } = value;
  const values = {
    ...(isObject(data) ? data : {}),
    ...(one === undefined ? {} : { [textAt(value, "key") || "value"]: one }),
  };
  return { ...rest, kind: "Secret", stringData: values };
}

/** The tool's own redaction writes `ip: ***HIDDEN***` into YAML, where a value that begins with a star is an alias. */
function quoteMarks(text: string): string {
  return text.replace(/^([^\n"']{0,500}?[:-] )(\*\*\*[^\n"\\]{0,500})$/gm, '$1"$2"');
}

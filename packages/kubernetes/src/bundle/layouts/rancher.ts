import type { BundleSource } from "../bundle-source.ts";
import { asCoreEvent } from "../core-event.ts";
import type { FoundFacts, FoundGap, LayoutReader, Role, RoleOf } from "../layout.ts";
import { rancherErrors } from "./rancher-errors.ts";
import { undoNulls } from "./rancher-nulls.ts";

export const rancher: LayoutReader = {
  layout: "rancher",
  lookedFor: "a Rancher support bundle (yamls/cluster/, yamls/namespaced/, bundleGenerationError.log)",
  rootOf(path) {
    const at = proof.exec(path);
    return at ? path.slice(0, at.index + (at[1]?.length ?? 0)) : undefined;
  },
  async open({ source, root }): Promise<RoleOf> {
    const missing = await missingParts(source, root);
    const metadataFacts = (text: string) => ({ ...factsOfMetadata(text), gaps: missing });
    return (path) => (path === "metadata.yaml" ? { role: "document", facts: metadataFacts } : roleOf(path));
  },
};

/** `support-bundle-kit/pkg/manager/collectors`: groupVersion is `v1` or `apps/v1`. */
const objects =
  "yamls/(?:cluster|namespaced/([^/]{1,253}))/((?:[a-z0-9.-]{1,253}/)?v[a-z0-9]{1,20})/([a-z0-9.-]{1,253})\\.yaml$";
const proof = new RegExp(`(^|/)(?:${objects}|bundleGenerationError\\.log$)`);
const objectsPath = new RegExp(`^${objects}`);
const logPath = /^logs\/([^/]{1,253})\/([^/]{1,253})\/([^/]{1,253})\.log(\.1)?$/;

/** What a file is, by its path below the root. Bundles of nodes and of other tools are documents, file by file. */
function roleOf(path: string): Role {
  const [, namespace = "", apiVersion, plural] = objectsPath.exec(path) ?? [];
  if (apiVersion && plural) {
    return {
      role: "objects",
      plural,
      apiVersion,
      ...(namespace === "" ? {} : { namespace }),
      repair: (object) => asCoreEvent(undoNulls(object, namespace)),
    };
  }
  const [, ofNamespace, pod, container, previous] = logPath.exec(path) ?? [];
  if (ofNamespace && pod && container) {
    const source = previous ? "previous" : "current";
    return { role: "log", stream: { namespace: ofNamespace, pod, container, source } };
  }
  if (path === "bundleGenerationError.log") return { role: "document", facts: rancherErrors };
  const place = /^(?:logs|yamls\/namespaced)\/([^/]{1,253})\//.exec(path)?.[1];
  return { role: "document", ...(place ? { namespace: place } : {}) };
}

/** Whole parts that the tool leaves out without a word. Only looked for where looking at names costs nothing. */
async function missingParts(source: BundleSource, root: string): Promise<FoundGap[]> {
  if (!source.isListed) return [];
  let hasObjects = false;
  let hasNodes = false;
  for await (const { path } of source.entries()) {
    hasObjects ||= path.startsWith(`${root}yamls/`);
    hasNodes ||= path.startsWith(`${root}nodes/`);
    if (hasObjects && hasNodes) return [];
  }
  const gaps: FoundGap[] = [];
  const found = { kind: "missing", namespace: "" } as const;
  if (!hasObjects) {
    const detail = "The bundle has no objects at all: the tool stopped when it asked the cluster which types it has.";
    gaps.push({ ...found, what: "yamls/", detail });
  }
  if (!hasNodes) {
    gaps.push({
      ...found,
      what: "nodes/",
      detail: "The bundle has nothing of the nodes: none of them sent its files.",
    });
  }
  return gaps;
}

/** `metadata.yaml` is a Go struct without tags, so its keys are its fields in small letters. */
function factsOfMetadata(text: string): FoundFacts {
  const field = (key: string) => new RegExp(`^${key}: "?([^"\\s]{1,100})"?$`, "m").exec(text)?.[1];
  const kubernetesVersion = field("kubernetesversion");
  const capturedAt = new Date(field("bundlecreatedat") ?? "");
  return {
    ...(kubernetesVersion ? { kubernetesVersion } : {}),
    ...(Number.isNaN(capturedAt.getTime()) ? {} : { capturedAt }),
  };
}

import type { Role } from "../layout.ts";

/** `oc adm must-gather` names the folder of an image by it, with every run of other characters as one dash. */
const imageFolder =
  /^[A-Za-z0-9-]+-sha256-[0-9a-f]{32,64}$|^(?:quay-io|registry|gcr-io|ghcr-io|docker-io|localhost)-[A-Za-z0-9-]+$/;
const inspectFolder = /^inspect\.local\.\d+$/;
/** What `oc adm must-gather` calls its own folder, unless told otherwise. */
const gatherFolder = /^must-gather\.local\.\d+$/;
/** crust-gather keeps its objects in `namespaces/<ns>/<group-version>/<kind>/`; must-gather has the group alone. */
const groupVersion = /^(?:[a-z0-9.-]+-)?v\d+(?:(?:alpha|beta)\d+)?$/;

/**
 * The folder that a file proves: the one that holds `namespaces/` or `cluster-scoped-resources/`, or the one of
 * `must-gather.logs`, which the tool writes beside all that it gathers.
 */
export function provenRoot(path: string, roleOf: (path: string) => Role): string | undefined {
  const steps = path.split("/");
  if (steps.at(-1) === "must-gather.logs") return folderOf(steps.slice(0, -1));
  const main = steps.findIndex((step) => step === "namespaces" || step === "cluster-scoped-resources");
  if (main === -1) return undefined;
  const { role } = roleOf(path);
  if (role !== "objects" && role !== "log") return undefined;
  const group = steps[main + (steps[main] === "namespaces" ? 2 : 1)] ?? "";
  // The second is where an Insights archive keeps its logs.
  if (groupVersion.test(group) || (group === "pods" && steps[main + 4] === "containers")) return undefined;
  return folderOf(steps.slice(0, main));
}

/**
 * What is one must-gather: everything in the folder around its image folders and `inspect.local.<n>` (what is gathered
 * when an image's pod fails); in a folder with `must-gather.logs`, or named `must-gather.local.<n>`, everything below
 * (`--node-selector` puts a folder for each node between). Folders side by side without that are must-gathers of their
 * own: merging two clusters would be worse than importing two halves of one.
 */
export function mergeGathers(roots: readonly string[]): string[] {
  const gathers = new Set(roots.map(gatherOf));
  return [...gathers].filter((root) => ![...gathers].some((other) => other !== root && root.startsWith(other)));
}

function gatherOf(root: string): string {
  const steps = root.split("/").slice(0, -1);
  const named = steps.findIndex((step) => gatherFolder.test(step));
  if (named !== -1) return folderOf(steps.slice(0, named + 1));
  while (imageFolder.test(steps.at(-1) ?? "") || inspectFolder.test(steps.at(-1) ?? "")) steps.pop();
  return folderOf(steps);
}

function folderOf(steps: readonly string[]): string {
  return steps.map((step) => `${step}/`).join("");
}

import type { FoundFacts, LayoutReader, Role } from "../layout.ts";

/** `<namespace>_<pod>_<uid>`: neither name can hold an underscore; the uid of a static pod is a hash without dashes. */
const podFolder = /^([a-z0-9-]{1,63})_([a-z0-9.-]{1,253})_([0-9a-f-]{32,36})$/;
/** `<pod>_<namespace>_<container>-<id>.log`, as the kubelet names its links for log collectors. */
const containerLink = /^([a-z0-9.-]{1,253})_([a-z0-9-]{1,63})_([a-z0-9-]{1,253})-[0-9a-f]{64}\.log$/;
const runFile = /^(\d{1,9})\.log(?:\.gz)?$/;

/**
 * `kind export logs`: a folder for each node with what lies in its `/var/log`. No objects. The lines are those of the
 * container runtime (`<time> stderr F <message>`); `@kubin/logs` knows them.
 */
export const kindLogs: LayoutReader = {
  layout: "kind-logs",
  lookedFor: "the output of kind export logs (<node>/pods/<namespace>_<pod>_<uid>/)",
  rootOf(path) {
    const steps = path.split("/");
    const pods = podsAt(steps);
    if (pods === -1 || !runFile.test(steps.at(-1) ?? "") || steps.length !== pods + 4) return undefined;
    // The node's folder is the bundle's; where somebody packed the inside of one, there is none.
    return steps
      .slice(0, Math.max(pods - 1, 0))
      .map((step) => `${step}/`)
      .join("");
  },
  open: () => roleOf,
};

function podsAt(steps: readonly string[]): number {
  return steps.findIndex((step, at) => step === "pods" && podFolder.test(steps[at + 1] ?? ""));
}

function roleOf(path: string): Role {
  const steps = path.split("/");
  const file = steps.at(-1) ?? "";
  const pods = podsAt(steps);
  if (pods !== -1) return inPod(steps.slice(pods + 1));
  const link = steps.at(-2) === "containers" ? containerLink.exec(file) : null;
  if (link) {
    const [, pod = "", namespace = "", container = ""] = link;
    return { role: "log", stream: { namespace, pod, container, source: "current" }, copy: true };
  }
  return file === "kubernetes-version.txt" ? { role: "document", facts: versionFacts } : { role: "document" };
}

/** `<namespace>_<pod>_<uid>/<container>/<run>.log`; beside it may lie older lines of a run, `<run>.log.<time>`. */
function inPod([folder = "", container = "", file = "", ...rest]: string[]): Role {
  const [, namespace = "", pod = "", instance = ""] = podFolder.exec(folder) ?? [];
  const run = rest.length === 0 ? runFile.exec(file)?.[1] : undefined;
  if (run === undefined || container === "") return { role: "document", namespace };
  return { role: "log", stream: { namespace, pod, container, source: "current" }, run: Number(run), instance };
}

function versionFacts(text: string): FoundFacts {
  const kubernetesVersion = /^v\d+\.\d+\.\d+\S{0,60}/.exec(text.trim())?.[0];
  return kubernetesVersion === undefined ? {} : { kubernetesVersion };
}

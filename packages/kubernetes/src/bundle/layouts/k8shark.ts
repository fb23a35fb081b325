import { textAt } from "../json-object.ts";
import type { FoundFacts, LayoutReader, Role, RoleOf } from "../layout.ts";
import { readRecords, recordAt } from "./k8shark-records.ts";
import { rolesOfPath } from "./k8shark-roles.ts";

/** Recorded answers of an API server over some time (github.com/phenixblue/k8shark), format versions 1 and 2. */
export const k8shark: LayoutReader = {
  layout: "k8shark",
  lookedFor: "a k8shark capture (k8shark-capture/)",
  rootOf(path) {
    const at = proof.exec(path);
    return at ? path.slice(0, at.index + at[0].length - (at[2]?.length ?? 0)) : undefined;
  },
  async open(bundle): Promise<RoleOf> {
    const records = await readRecords(bundle);
    const roles = new Map([...records].map(([folder, path]) => [folder, rolesOfPath(path)]));
    return (path) => {
      const at = recordAt(path);
      return at ? (roles.get(at.folder)?.(at.number) ?? unknown) : besideRecords(path);
    };
  },
};

const proof = /(^|\/)k8shark-capture\/(metadata\.json|index\.json\.zst|records\/[0-9a-f]{16}\/\d{1,9}\.json\.zst)$/;

const unknown: Role = {
  role: "skipped",
  kind: "missing",
  group: "recordings that were not there when the capture was opened",
  namespace: "",
};

function besideRecords(path: string): Role {
  if (path === "metadata.json") return { role: "document", facts: metadataFacts };
  if (path !== "index.json.zst" && path !== "watch-index.json.zst") return { role: "document" };
  const detail = "They say where each recording lies; the recordings themselves were read.";
  return { role: "skipped", group: "indexes of k8shark", namespace: "", detail };
}

function metadataFacts(text: string): FoundFacts {
  let metadata: unknown;
  try {
    metadata = JSON.parse(text);
  } catch {
    return {};
  }
  const kubernetesVersion = textAt(metadata, "kubernetes_version");
  const capturedAt = new Date(textAt(metadata, "captured_until") || textAt(metadata, "captured_at"));
  return {
    ...(kubernetesVersion === "" ? {} : { kubernetesVersion }),
    ...(Number.isNaN(capturedAt.getTime()) ? {} : { capturedAt }),
  };
}

import type { RbacPlan } from "./rbac-args.ts";
import type { RbacObject } from "./rbac-objects.ts";

/** For `kubectl apply -f -`: each object a document, and above them what somebody who grants this should know. */
export async function rbacYaml(objects: readonly RbacObject[], plan: RbacPlan): Promise<string> {
  const { dump } = await import("js-yaml");
  const options = { noRefs: true, lineWidth: -1, quoteStyle: "double" } as const;
  return [headOf(objects, plan), ...objects.map((object) => dump(object, options))].join("---\n");
}

function headOf(objects: readonly RbacObject[], plan: RbacPlan): string {
  const reads = objects.some(({ rules }) =>
    rules?.some((rule) => "resources" in rule && rule.resources.includes("nodes/proxy")),
  );
  const lines = [
    `What this reads: ${commandOf(plan)}`,
    plan.withSecrets
      ? "Secrets too: who holds this can log in as others."
      : "No Secrets; the verbs list and get alone.",
    ...(plan.serviceAccount ? [] : ["Bound to nobody: add --service-account namespace/name, or bind it yourself."]),
    ...(reads
      ? [
          "nodes/proxy is for the figures of kubelets (stats/summary). Kubelets take it for more, commands in containers",
          "too: without --node-summaries it is left out.",
        ]
      : []),
  ];
  return lines.map((line) => `# ${line}\n`).join("");
}

/** The capture that these rules are for. */
function commandOf({ namespaces, include, exclude, withSecrets, logs, nodeSummaries }: RbacPlan): string {
  const without = withSecrets || include.length > 0 ? exclude : [...exclude, "secrets"];
  const option = (name: string, values: readonly string[]) => {
    const list = values.join(",");
    return values.length === 0 ? [] : [name, list.includes("*") ? `'${list}'` : list];
  };
  return [
    "kubin create",
    ...option("-n", namespaces),
    ...option("--include", include),
    ...option("--exclude", without),
    ...(logs ? [] : ["--no-logs"]),
    ...(nodeSummaries ? [] : ["--no-node-summaries"]),
  ].join(" ");
}

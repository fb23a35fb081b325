import type { KubectlAction } from "@kubin/kubernetes";
import { at, numberAt, recordsAt, textAt } from "../object/read-json.ts";
import type { ObjectRef } from "../place/object-ref.ts";

export interface KubectlFacts {
  container?: string;
  port?: number;
}

const runsPods =
  /^(?:pods|replicationcontrollers|(?:deployments|daemonsets|statefulsets|replicasets)\.apps|jobs\.batch)$/;

/** Whether kubectl can do that with such a kind: a shell needs a pod, or something that has some. */
export function canDo(action: KubectlAction, { group, plural }: ObjectRef): boolean {
  if (action === "edit" || action === "delete") return true;
  const kind = group === "" ? plural : `${plural}.${group}`;
  return runsPods.test(kind) || (action === "port-forward" && kind === "services");
}

/** The container that a shell would open in, where there are several, and the first port, as the object says. */
export function kubectlFacts(object: unknown): KubectlFacts {
  const spec = at(object, "spec", "template", "spec") ?? at(object, "spec");
  const containers = recordsAt(spec, "containers");
  const name = containers.length > 1 ? textAt(containers[0], "name") : "";
  const ports = [...recordsAt(spec, "ports").map((one) => numberAt(one, "port"))];
  for (const container of containers) {
    ports.push(...recordsAt(container, "ports").map((one) => numberAt(one, "containerPort")));
  }
  const port = ports.find((one) => one !== undefined && Number.isInteger(one) && one > 0 && one < 65_536);
  return { ...(name !== "" && { container: name }), ...(port !== undefined && { port }) };
}

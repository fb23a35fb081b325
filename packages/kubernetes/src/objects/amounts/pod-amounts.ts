import { dig, isThere, type Json, records, text } from "../json.ts";
import { parseQuantity } from "./parse-quantity.ts";

/** CPU in cores, memory in bytes. */
interface Amounts {
  cpu: number;
  memory: number;
}

export interface PodAmounts {
  requests: Amounts;
  limits: Amounts;
}

type Which = keyof PodAmounts;
type Resource = keyof Amounts;

/** What a pod asks for and may use, as the scheduler counts it; undefined when it is over and holds nothing. */
export function podAmounts(pod: Json): PodAmounts | undefined {
  if (["Succeeded", "Failed"].includes(text(pod, "status.phase"))) return undefined;
  const both = (which: Which) => ({
    cpu: podAmount(pod, { which, resource: "cpu" }),
    memory: podAmount(pod, { which, resource: "memory" }),
  });
  return { requests: both("requests"), limits: both("limits") };
}

/**
 * Containers and sidecars run together; each other init container runs alone beside the sidecars started before it. What
 * the pod as a whole says goes before that. Overhead comes on top, of limits only where there is one.
 */
function podAmount(pod: Json, { which, resource }: { which: Which; resource: Resource }): number {
  const path = `resources.${which}.${resource}`;
  const amountOf = (holder: unknown) => positive(dig(holder, path));
  const running = records(pod, "spec.containers").reduce((sum, one) => sum + amountOf(one), 0);
  let [sidecars, highest] = [0, 0];
  for (const init of records(pod, "spec.initContainers")) {
    if (text(init, "restartPolicy") === "Always") sidecars += amountOf(init);
    else highest = Math.max(highest, sidecars + amountOf(init));
  }
  const spec = dig(pod, "spec");
  const own = isThere(spec, path) ? amountOf(spec) : Math.max(running + sidecars, highest);
  return which === "limits" && own === 0 ? 0 : own + positive(dig(pod, `spec.overhead.${resource}`));
}

function positive(written: unknown): number {
  return Math.max(0, parseQuantity(written) ?? 0);
}

import { z } from "zod";
import type { Kube } from "./kube.ts";
import { placeOf } from "./manifests/count-pods.ts";
import { until } from "./until.ts";

const podShape = z.object({
  metadata: z.object({
    name: z.string(),
    namespace: z.string(),
    labels: z.object({ app: z.string().optional() }).optional(),
  }),
  status: z.object({
    phase: z.string(),
    containerStatuses: z
      .array(z.object({ state: z.object({ waiting: z.object({ reason: z.string() }).optional() }) }))
      .optional(),
  }),
});

type Pod = z.infer<typeof podShape>;

/** Waits until every workload has its pods, and each is in the state that it was made for. Pods of others may move. */
export async function untilAtRest(kube: Kube, wanted: ReadonlyMap<string, number>): Promise<void> {
  let missing: string[] = [];
  await until(
    () => `the pods of ${missing.join(", ")} to come to rest`,
    async () => {
      const { items } = z.object({ items: z.array(podShape) }).parse(await kube.json({ path: "/api/v1/pods" }));
      const resting = items.filter(isAtRest).map(appOf);
      const countOf = (app: string) => resting.filter((one) => one === app).length;
      missing = [...wanted].filter(([app, count]) => countOf(app) < count).map(([app]) => app);
      return missing.length === 0;
    },
  );
}

function appOf({ metadata }: Pod): string {
  return placeOf({ namespace: metadata.namespace, name: metadata.labels?.app ?? "" });
}

/** Running, over, or waiting for the reason that it was made for. */
function isAtRest({ metadata, status }: Pod): boolean {
  const reasons = (status.containerStatuses ?? []).map(({ state }) => state.waiting?.reason);
  switch (metadata.labels?.app) {
    case "crash-loop":
      return reasons.includes("CrashLoopBackOff");
    case "image-pull":
      return reasons.includes("ImagePullBackOff");
    case "too-big":
    case "waits-for-claim":
      return status.phase === "Pending";
    case "failed-job":
    case "failed-pod":
    case "failed-init":
      return status.phase === "Failed";
    case "migrate":
      return status.phase === "Succeeded";
    default:
      return status.phase === "Running";
  }
}

import type { EventRow, RelatedObject } from "@kubin/schema";
import { type Json, text } from "../objects/json.ts";
import { splitApiVersion } from "../objects/object-key.ts";
import { describeAccount, describeBinding, describeConfigMap, describeRole, describeSecret } from "./access.ts";
import { describeAutoscaler } from "./autoscaler.ts";
import { describeEvents } from "./events.ts";
import { describeAnything } from "./generic.ts";
import { describeCronJob, describeJob } from "./jobs.ts";
import { describeIngress, describeNetworkPolicy, describeService } from "./network.ts";
import { describeNode } from "./node.ts";
import { createPage, type Page } from "./page.ts";
import { describePod } from "./pod.ts";
import { describeClaim, describeNamespace, describeStorageClass, describeVolume } from "./storage.ts";
import { describeDaemonSet, describeDeployment, describeReplicaSet, describeStatefulSet } from "./workloads.ts";

type Describe = (page: Page, object: Json) => void;

/** By group and kind; what is not here is described by its fields. */
const kinds: Readonly<Record<string, Describe>> = {
  "/Pod": describePod,
  "/Node": describeNode,
  "/Service": describeService,
  "/ConfigMap": describeConfigMap,
  "/Secret": describeSecret,
  "/PersistentVolumeClaim": describeClaim,
  "/PersistentVolume": describeVolume,
  "/Namespace": describeNamespace,
  "/ServiceAccount": describeAccount,
  "/ReplicationController": describeReplicaSet,
  "apps/Deployment": describeDeployment,
  "apps/ReplicaSet": describeReplicaSet,
  "apps/StatefulSet": describeStatefulSet,
  "apps/DaemonSet": describeDaemonSet,
  "batch/Job": describeJob,
  "batch/CronJob": describeCronJob,
  "networking.k8s.io/Ingress": describeIngress,
  "extensions/Ingress": describeIngress,
  "networking.k8s.io/NetworkPolicy": describeNetworkPolicy,
  "storage.k8s.io/StorageClass": describeStorageClass,
  "autoscaling/HorizontalPodAutoscaler": describeAutoscaler,
  "rbac.authorization.k8s.io/Role": describeRole,
  "rbac.authorization.k8s.io/ClusterRole": describeRole,
  "rbac.authorization.k8s.io/RoleBinding": describeBinding,
  "rbac.authorization.k8s.io/ClusterRoleBinding": describeBinding,
};

export interface DescribeText {
  object: Readonly<Record<string, unknown>>;
  /** About the object, in any order. */
  events: readonly EventRow[];
  related: readonly RelatedObject[];
  /** ISO time that ages are relative to: the capture. */
  asOf: string;
}

/**
 * An object as `kubectl describe` prints it, with ages as of the capture. What kubectl would ask the cluster for (pods,
 * replica sets, endpoints) comes from what is related and captured. Facts from `pkg/describe/describe.go` of kubectl.
 */
export function describeText({ object, events, related, asOf }: DescribeText): string {
  const page = createPage({ asOfMs: Date.parse(asOf), events, related });
  const key = `${splitApiVersion(text(object, "apiVersion")).group}/${text(object, "kind")}`;
  const describe = (Object.hasOwn(kinds, key) ? kinds[key] : undefined) ?? describeAnything;
  describe(page, { ...object });
  describeEvents(page);
  return page.text();
}

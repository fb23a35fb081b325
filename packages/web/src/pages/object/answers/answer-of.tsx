import type { ResourceDetail, ResourceRow } from "@kubin/schema";
import type { ComponentType } from "react";
import { AccountAnswer } from "./account-answer.tsx";
import { BindingAnswer } from "./binding-answer.tsx";
import { ClaimAnswer } from "./claim-answer.tsx";
import { CronJobAnswer } from "./cron-job-answer.tsx";
import { DataAnswer } from "./data-answer.tsx";
import { HpaAnswer } from "./hpa-answer.tsx";
import { IngressAnswer } from "./ingress-answer.tsx";
import { JobAnswer } from "./job-answer.tsx";
import { NodeAnswer } from "./node-answer.tsx";
import { PodAnswer } from "./pod-answer.tsx";
import { RoleAnswer } from "./role-answer.tsx";
import { RolloutAnswer } from "./rollout-answer.tsx";
import { RouteAnswer } from "./route-answer.tsx";
import { ServiceAnswer } from "./service-answer.tsx";

type Answer = ComponentType<{ detail: ResourceDetail }>;

/** What answers the question of a kind, by `group/plural`. Kinds that are not here have none. */
const answers: Readonly<Record<string, Answer>> = {
  "/pods": PodAnswer,
  "apps/deployments": RolloutAnswer,
  "apps/statefulsets": RolloutAnswer,
  "apps/daemonsets": RolloutAnswer,
  "apps/replicasets": RolloutAnswer,
  "/replicationcontrollers": RolloutAnswer,
  "apps.openshift.io/deploymentconfigs": RolloutAnswer,
  "/services": ServiceAnswer,
  "networking.k8s.io/ingresses": IngressAnswer,
  "extensions/ingresses": IngressAnswer,
  "route.openshift.io/routes": RouteAnswer,
  "/nodes": NodeAnswer,
  "/persistentvolumeclaims": ClaimAnswer,
  "autoscaling/horizontalpodautoscalers": HpaAnswer,
  "batch/jobs": JobAnswer,
  "batch/cronjobs": CronJobAnswer,
  "rbac.authorization.k8s.io/roles": RoleAnswer,
  "rbac.authorization.k8s.io/clusterroles": RoleAnswer,
  "rbac.authorization.k8s.io/rolebindings": BindingAnswer,
  "rbac.authorization.k8s.io/clusterrolebindings": BindingAnswer,
  "/serviceaccounts": AccountAnswer,
  "/configmaps": DataAnswer,
  "/secrets": DataAnswer,
};

/** Kinds whose objects cannot tell how they are: their answers look at what stands behind them. */
const judgedByOthers = new Set([
  "/services",
  "networking.k8s.io/ingresses",
  "extensions/ingresses",
  "route.openshift.io/routes",
]);

/** Whether an "OK" of the object itself says anything. */
export function judgesItself({ group, plural }: Pick<ResourceRow, "group" | "plural">): boolean {
  return !judgedByOthers.has(`${group}/${plural}`);
}

/** Whether the answer has the conditions in it, where its kind is asked for them first. */
export function tellsConditions({ group, plural }: Pick<ResourceRow, "group" | "plural">): boolean {
  return group === "" && plural === "nodes";
}

/** Whether it is only as well as its pods are, whatever it says of itself. */
export function runsPods(row: Pick<ResourceRow, "group" | "plural">): boolean {
  return answerOf(row) === RolloutAnswer;
}

export function answerOf({ group, plural }: Pick<ResourceRow, "group" | "plural">): Answer | undefined {
  const key = `${group}/${plural}`;
  return Object.hasOwn(answers, key) ? answers[key] : undefined;
}

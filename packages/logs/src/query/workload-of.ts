/** Kinds that own pods, by the names kubectl takes. */
const kinds: Readonly<Record<string, readonly string[]>> = {
  Deployment: ["deploy", "deployment", "deployments"],
  StatefulSet: ["sts", "statefulset", "statefulsets"],
  DaemonSet: ["ds", "daemonset", "daemonsets"],
  ReplicaSet: ["rs", "replicaset", "replicasets"],
  ReplicationController: ["rc", "replicationcontroller", "replicationcontrollers"],
  Job: ["job", "jobs"],
  CronJob: ["cj", "cronjob", "cronjobs"],
};

/** What `workload:deploy/web` names. Undefined when its kind is none that has pods. */
export function workloadOf(pattern: string): { kind: string | undefined; name: string } | undefined {
  const slash = pattern.indexOf("/");
  if (slash < 0) return { kind: undefined, name: pattern };
  const typed = pattern.slice(0, slash).toLowerCase().split(".")[0] ?? "";
  const name = pattern.slice(slash + 1);
  const kind = Object.keys(kinds).find((one) => kinds[one]?.includes(typed));
  return kind === undefined || name === "" ? undefined : { kind, name };
}

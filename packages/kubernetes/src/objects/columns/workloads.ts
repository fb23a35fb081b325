import { formatAge } from "../../present/format-age.ts";
import { flag, type Json, number, records, text } from "../json.ts";
import { conditionIs, podStatus } from "../pod-status.ts";
import { labelMapText, labelSelectorText } from "./selector-text.ts";
import { age, col, count, joined, orNone, since, type TableColumn, type Tables, wide } from "./table.ts";

function templateColumns(template: string): TableColumn[] {
  const of = (field: string) => (object: Json) =>
    joined(records(object, `${template}.spec.containers`).map((container) => text(container, field)));
  return [wide("Containers", of("name")), wide("Images", of("image"))];
}

const template = templateColumns("spec.template");
const selector = wide("Selector", (object) => labelSelectorText(object, "spec.selector"));
const selectorMap = wide("Selector", (object) => labelMapText(object, "spec.selector"));

/** `spec.replicas` is 1 where it is left out. */
export function desiredReplicas(object: Json): number {
  return number(object, "spec.replicas") ?? 1;
}

const replicaCounts = [
  count("Desired", desiredReplicas),
  count("Current", "status.replicas"),
  count("Ready", "status.readyReplicas"),
  age,
];

function readyOfDesired(object: Json): string {
  return `${number(object, "status.readyReplicas") ?? 0}/${desiredReplicas(object)}`;
}

function readinessGates(pod: Json): string {
  const gates = records(pod, "spec.readinessGates");
  if (gates.length === 0) return "<none>";
  return `${gates.filter((gate) => conditionIs(pod, text(gate, "conditionType"), "True")).length}/${gates.length}`;
}

function jobStatus(job: Json): string {
  const ends = ["Complete", "Failed", "SuccessCriteriaMet", "Suspended", "FailureTarget"];
  return ends.find((type) => conditionIs(job, type, "True")) ?? "Running";
}

function jobCompletions(job: Json): string {
  const succeeded = number(job, "status.succeeded") ?? 0;
  const completions = number(job, "spec.completions");
  if (completions !== undefined) return `${succeeded}/${completions}`;
  const parallelism = number(job, "spec.parallelism") ?? 0;
  return parallelism > 1 ? `${succeeded}/1 of ${parallelism}` : `${succeeded}/1`;
}

/** Empty while the job runs: how long it took is not known at capture. */
function jobDuration(job: Json): string {
  const ms = Date.parse(text(job, "status.completionTime")) - Date.parse(text(job, "status.startTime"));
  return Number.isNaN(ms) ? "" : formatAge(ms);
}

function triggers(config: Json): string {
  const named = records(config, "spec.triggers").map((trigger) => {
    const type = text(trigger, "type");
    if (type === "ImageChange") return `image(${text(trigger, "imageChangeParams.from.name")})`;
    return type === "ConfigChange" ? "config" : type;
  });
  return named.join(",");
}

export const workloadTables: Tables = {
  "/pods": [
    col("Ready", (pod) => `${podStatus(pod).ready}/${podStatus(pod).containers}`),
    col("Status", (pod) => podStatus(pod).status),
    count("Restarts", (pod) => podStatus(pod).restarts),
    age,
    wide("IP", (pod) => orNone(text(pod, "status.podIP") || text(records(pod, "status.podIPs")[0], "ip"))),
    wide("Node", (pod) => orNone(text(pod, "spec.nodeName"))),
    wide("Nominated Node", (pod) => orNone(text(pod, "status.nominatedNodeName"))),
    wide("Readiness Gates", readinessGates),
  ],
  "/replicationcontrollers": [...replicaCounts, ...template, selectorMap],
  "apps/replicasets": [...replicaCounts, ...template, selector],
  "apps/deployments": [
    col("Ready", readyOfDesired),
    count("Up-to-date", "status.updatedReplicas"),
    count("Available", "status.availableReplicas"),
    age,
    ...template,
    selector,
  ],
  "apps/statefulsets": [col("Ready", readyOfDesired), age, ...template],
  "apps/daemonsets": [
    count("Desired", "status.desiredNumberScheduled"),
    count("Current", "status.currentNumberScheduled"),
    count("Ready", "status.numberReady"),
    count("Up-to-date", "status.updatedNumberScheduled"),
    count("Available", "status.numberAvailable"),
    col("Node Selector", (set) => labelMapText(set, "spec.template.spec.nodeSelector")),
    age,
    ...template,
    selector,
  ],
  "apps/controllerrevisions": [
    col("Controller", (revision) => {
      const owner = records(revision, "metadata.ownerReferences").find((reference) => flag(reference, "controller"));
      const group = text(owner, "apiVersion").split("/").slice(0, -1).join("");
      const kind = text(owner, "kind").toLowerCase();
      return owner === undefined ? "<none>" : `${kind}${group === "" ? "" : `.${group}`}/${text(owner, "name")}`;
    }),
    count("Revision", "revision"),
    age,
  ],
  "batch/jobs": [
    col("Status", jobStatus),
    col("Completions", jobCompletions),
    col("Duration", jobDuration),
    age,
    ...template,
    selector,
  ],
  "batch/cronjobs": [
    col("Schedule", "spec.schedule"),
    col("Timezone", (job) => orNone(text(job, "spec.timeZone"))),
    col("Suspend", (job) => (flag(job, "spec.suspend") ? "True" : "False")),
    count("Active", (job) => records(job, "status.active").length),
    since("Last Schedule", "status.lastScheduleTime"),
    age,
    ...templateColumns("spec.jobTemplate.spec.template"),
    wide("Selector", (job) => labelSelectorText(job, "spec.jobTemplate.spec.selector")),
  ],
  "apps.openshift.io/deploymentconfigs": [
    count("Revision", "status.latestVersion"),
    count("Desired", desiredReplicas),
    count("Current", "status.updatedReplicas"),
    col("Triggered By", triggers),
  ],
};

import { describe, expect, it } from "vitest";
import { judgeHealth } from "./judge-health.ts";

const withConditions = (...conditions: object[]) => ({ status: { conditions } });
const other = { group: "example.org", plural: "things" };

describe("judgeHealth", () => {
  it.each([
    ["ok", other, withConditions({ type: "Ready", status: "True" })],
    ["ok", other, withConditions({ type: "Ready", status: "False", reason: "Completed" })],
    ["warning", other, withConditions({ type: "Ready", status: "False", reason: "Progressing" })],
    ["failing", other, withConditions({ type: "Ready", status: "False", reason: "ReconcileFailed" })],
    ["failing", other, withConditions({ type: "Degraded", status: "True" }, { type: "Available", status: "True" })],
    ["failing", other, withConditions({ type: "Available", status: "False" })],
    ["warning", other, withConditions({ type: "NodeInstallerDegraded", status: "True" })],
    ["unknown", other, withConditions({ type: "Ready", status: "Unknown" })],
    ["unknown", other, { spec: {} }],
    ["warning", other, { status: { phase: "Failed" } }],
    ["failing", { group: "", plural: "nodes" }, withConditions({ type: "Ready", status: "Unknown" })],
    [
      "warning",
      { group: "", plural: "nodes" },
      withConditions({ type: "Ready", status: "True" }, { type: "DiskPressure", status: "True" }),
    ],
    [
      "warning",
      { group: "", plural: "nodes" },
      { spec: { unschedulable: true }, ...withConditions({ type: "Ready", status: "True" }) },
    ],
    ["failing", { group: "batch", plural: "jobs" }, withConditions({ type: "Failed", status: "True" })],
    ["ok", { group: "apps", plural: "replicasets" }, { spec: { replicas: 0 }, status: { readyReplicas: 0 } }],
    ["warning", { group: "apps", plural: "statefulsets" }, { spec: { replicas: 3 }, status: { readyReplicas: 2 } }],
    ["failing", { group: "apps", plural: "daemonsets" }, { status: { desiredNumberScheduled: 2 } }],
    ["warning", { group: "", plural: "persistentvolumes" }, { status: { phase: "Released" } }],
    ["failing", { group: "", plural: "persistentvolumes" }, { status: { phase: "Failed" } }],
    ["warning", { group: "", plural: "namespaces" }, { status: { phase: "Terminating" } }],
    ["failing", { group: "machine.openshift.io", plural: "machines" }, { status: { phase: "Failed" } }],
    [
      "failing",
      { group: "config.openshift.io", plural: "clusterversions" },
      withConditions({ type: "Failing", status: "True" }),
    ],
    [
      "failing",
      { group: "machineconfiguration.openshift.io", plural: "machineconfigpools" },
      withConditions({ type: "Degraded", status: "True" }),
    ],
    [
      "failing",
      { group: "autoscaling", plural: "horizontalpodautoscalers" },
      {
        metadata: {
          annotations: {
            "autoscaling.alpha.kubernetes.io/conditions":
              '[{"type":"AbleToScale","status":"False","reason":"FailedGetScale"}]',
          },
        },
      },
    ],
  ])("%s: %o %j", (health, kind, object) => {
    expect(judgeHealth(kind, object).health).toBe(health);
  });
});

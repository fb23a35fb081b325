import { describe, expect, it } from "vitest";
import { judgePod } from "./health/pods.ts";
import { podStatus } from "./pod-status.ts";

const running = { running: { startedAt: "2026-01-01T00:00:00Z" } };
const exited = (exitCode: number, reason = "") => ({ terminated: { exitCode, reason } });
const waiting = (reason: string, message = "") => ({ waiting: { reason, message } });

function pod(parts: { spec?: object; status?: object; metadata?: object }) {
  return {
    apiVersion: "v1",
    kind: "Pod",
    metadata: parts.metadata ?? {},
    spec: { nodeName: "n", containers: [{ name: "app", image: "shop/app:1" }], ...parts.spec },
    status: { phase: "Running", ...parts.status },
  };
}

const app = (state: object, more: object = {}) => ({
  name: "app",
  image: "shop/app:1",
  state,
  restartCount: 0,
  ...more,
});
const initSpec = { initContainers: [{ name: "migrate" }, { name: "warm" }] };
const init = (state: object, more: object = {}) => ({ name: "migrate", state, restartCount: 0, ...more });

describe("STATUS, READY and RESTARTS as kubectl prints them", () => {
  it.each([
    ["Running", "1/1", pod({ status: { containerStatuses: [app(running, { ready: true })] } })],
    ["Completed", "0/1", pod({ status: { phase: "Succeeded", containerStatuses: [app(exited(0, "Completed"))] } })],
    ["ExitCode:3", "0/1", pod({ status: { containerStatuses: [app(exited(3))] } })],
    ["Signal:9", "0/1", pod({ status: { containerStatuses: [app({ terminated: { exitCode: 137, signal: 9 } })] } })],
    ["Init:0/2", "0/1", pod({ spec: initSpec, status: { phase: "Pending", initContainerStatuses: [init(running)] } })],
    [
      "Init:CrashLoopBackOff",
      "0/1",
      pod({
        spec: initSpec,
        status: { phase: "Pending", initContainerStatuses: [init(waiting("CrashLoopBackOff"), { restartCount: 5 })] },
      }),
    ],
    [
      "Init:Error",
      "0/1",
      pod({ spec: initSpec, status: { phase: "Pending", initContainerStatuses: [init(exited(1, "Error"))] } }),
    ],
    ["Terminating", "0/1", pod({ metadata: { deletionTimestamp: "2026-01-01T00:00:00Z" } })],
    [
      "Unknown",
      "0/1",
      pod({ metadata: { deletionTimestamp: "2026-01-01T00:00:00Z" }, status: { reason: "NodeLost" } }),
    ],
    ["Evicted", "0/1", pod({ status: { phase: "Failed", reason: "Evicted" } })],
    [
      "SchedulingGated",
      "0/1",
      pod({ status: { phase: "Pending", conditions: [{ type: "PodScheduled", reason: "SchedulingGated" }] } }),
    ],
    [
      "NotReady",
      "1/2",
      pod({
        spec: { containers: [{ name: "app" }, { name: "side" }] },
        status: {
          containerStatuses: [app(exited(0, "Completed")), app(running, { name: "side", ready: true })],
        },
      }),
    ],
    [
      "Running",
      "2/2",
      pod({
        spec: { initContainers: [{ name: "proxy", restartPolicy: "Always" }] },
        status: {
          initContainerStatuses: [init(running, { name: "proxy", started: true, ready: true, restartCount: 2 })],
          containerStatuses: [app(running, { ready: true })],
        },
      }),
    ],
  ])("%s %s", (status, ready, object) => {
    const found = podStatus(object);
    expect(found.status).toBe(status);
    expect(`${found.ready}/${found.containers}`).toBe(ready);
  });

  it("counts init restarts only while initialising, and those of sidecars always", () => {
    const through = pod({
      spec: initSpec,
      status: {
        initContainerStatuses: [init(exited(0), { restartCount: 4 })],
        containerStatuses: [app(running, { ready: true, restartCount: 1 })],
      },
    });
    expect(podStatus(through).restarts).toBe(1);
  });
});

describe("why a pod does not run", () => {
  it.each([
    [
      "failing",
      "CrashLoopBackOff: app exited 137, OOMKilled at 128Mi, 14 restarts",
      pod({
        spec: { containers: [{ name: "app", resources: { limits: { memory: "128Mi" } } }] },
        status: {
          containerStatuses: [
            app(waiting("CrashLoopBackOff"), { restartCount: 14, lastState: exited(137, "OOMKilled") }),
          ],
        },
      }),
    ],
    [
      "failing",
      "ImagePullBackOff: app cannot pull shop/app:1",
      pod({ status: { phase: "Pending", containerStatuses: [app(waiting("ImagePullBackOff", "Back-off"))] } }),
    ],
    [
      "failing",
      'CreateContainerConfigError: app: secret "db" not found',
      pod({
        status: {
          phase: "Pending",
          containerStatuses: [app(waiting("CreateContainerConfigError", 'secret "db" not found'))],
        },
      }),
    ],
    [
      "failing",
      "Init:CrashLoopBackOff: migrate exited 2, 5 restarts",
      pod({
        spec: initSpec,
        status: {
          phase: "Pending",
          initContainerStatuses: [
            init(waiting("CrashLoopBackOff"), { restartCount: 5, lastState: exited(2, "Error") }),
          ],
          containerStatuses: [app(waiting("PodInitializing"))],
        },
      }),
    ],
    [
      "failing",
      "Not ready: 0/1 containers ready: app (readiness probe GET :8080/ready)",
      pod({
        spec: { containers: [{ name: "app", readinessProbe: { httpGet: { path: "/ready", port: 8080 } } }] },
        status: {
          conditions: [{ type: "Ready", status: "False", reason: "ContainersNotReady" }],
          containerStatuses: [app(running, { ready: false })],
        },
      }),
    ],
    [
      "warning",
      "9 restarts, last: app exited 1",
      pod({
        status: {
          conditions: [{ type: "Ready", status: "True" }],
          containerStatuses: [app(running, { ready: true, restartCount: 9, lastState: exited(1, "Error") })],
        },
      }),
    ],
    [
      "warning",
      "ContainerCreating: starting on n",
      pod({ status: { phase: "Pending", containerStatuses: [app(waiting("ContainerCreating"))] } }),
    ],
    [
      "warning",
      "Evicted: low on memory",
      pod({ status: { phase: "Failed", reason: "Evicted", message: "low on memory" } }),
    ],
    ["ok", "", pod({ status: { phase: "Succeeded", containerStatuses: [app(exited(0, "Completed"))] } })],
  ])("%s: %s", (health, reason, object) => {
    expect(judgePod(object)).toEqual({ health, reason });
  });
});

import { describe, expect, it } from "vitest";
import { conditionsOf } from "./conditions-of.ts";
import { podContainers } from "./pod-containers.ts";
import { shortImage } from "./short-image.ts";

const crashing = {
  spec: {
    initContainers: [{ name: "init", image: "busybox" }],
    containers: [{ name: "app", image: "shop:1", resources: { limits: { memory: "128Mi" } } }],
  },
  status: {
    initContainerStatuses: [
      { name: "init", state: { terminated: { reason: "Completed", exitCode: 0, finishedAt: "2026-01-01T00:00:00Z" } } },
    ],
    containerStatuses: [
      {
        name: "app",
        ready: false,
        restartCount: 14,
        state: { waiting: { reason: "CrashLoopBackOff", message: "back-off 5m0s" } },
        lastState: { terminated: { reason: "OOMKilled", exitCode: 137, finishedAt: "2026-01-01T00:01:00Z" } },
      },
    ],
  },
};

describe("podContainers", () => {
  it("tells of each container what it does and how it ended before", () => {
    const [init, app] = podContainers(crashing);
    expect(init).toMatchObject({ role: "init", health: "ok", state: "Terminated: Completed", exitCode: 0 });
    expect(app).toMatchObject({
      role: "app",
      health: "failing",
      state: "Waiting: CrashLoopBackOff",
      message: "back-off 5m0s",
      restarts: 14,
      limits: "memory 128Mi",
      last: { state: "Terminated: OOMKilled", exitCode: 137 },
    });
  });

  it("does not know how a container without a status is", () => {
    expect(podContainers({ spec: { containers: [{ name: "app" }] } })[0]).toMatchObject({
      health: "unknown",
      state: "",
    });
  });

  it.each([
    {},
    { spec: null, status: [] },
    { spec: { containers: { name: "x" } } },
    { spec: { containers: [null, 1, "x", []] } },
    { spec: { containers: [{ name: { toString: 1 } }] }, status: { containerStatuses: [{ state: "x" }] } },
    JSON.parse('{"spec":{"containers":[{"__proto__":{"name":"x"},"resources":{"limits":[1]}}]}}'),
  ])("bears a hostile shape: %j", (pod) => {
    for (const container of podContainers(pod)) expect(typeof container.name).toBe("string");
  });
});

describe("conditionsOf", () => {
  it("knows that some conditions are good and others bad news", () => {
    const health = (type: string, status: string) =>
      conditionsOf({ status: { conditions: [{ type, status }] } })[0]?.health;
    expect(health("Ready", "True")).toBe("ok");
    expect(health("Ready", "False")).toBe("warning");
    expect(health("Ready", "Unknown")).toBe("warning");
    expect(health("MemoryPressure", "False")).toBe("ok");
    expect(health("Degraded", "True")).toBe("failing");
    expect(health("Progressing", "True")).toBe("unknown");
  });
});

describe("shortImage", () => {
  it("cuts a digest and nothing else", () => {
    expect(shortImage(`quay.io/a/b@sha256:${"0123456789abcdef".repeat(4)}`)).toBe("quay.io/a/b@sha256:0123456789ab…");
    expect(shortImage("quay.io/a/b:1.2@x")).toBe("quay.io/a/b:1.2@x");
  });
});

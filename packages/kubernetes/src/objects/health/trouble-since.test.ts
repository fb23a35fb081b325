import { describe, expect, it } from "vitest";
import { complaintOf } from "./complaint-of.ts";
import { restartTimes, troubleSince } from "./trouble-since.ts";

const condition = (type: string, status: string, at: string) => ({
  type,
  status,
  lastTransitionTime: `2026-11-23T${at}:00Z`,
});
const since = (status: object) => troubleSince({ status })?.toISOString().slice(11, 16);

describe("troubleSince", () => {
  it.each([
    ["a pod that no node takes", { conditions: [condition("PodScheduled", "False", "10:01")] }, "10:01"],
    [
      "a pod that crashes: since it was ready last",
      {
        containerStatuses: [{ lastState: { terminated: { finishedAt: "2026-11-23T11:00:00Z" } } }],
        conditions: [condition("PodScheduled", "True", "09:00"), condition("Ready", "False", "10:02")],
      },
      "10:02",
    ],
    [
      "a pod that ended: the end of its last container",
      {
        phase: "Failed",
        containerStatuses: [
          { state: { terminated: { finishedAt: "2026-11-23T10:03:00Z" } } },
          { state: { terminated: { finishedAt: "2026-11-23T10:04:00Z" } } },
        ],
        conditions: [condition("Ready", "False", "10:00")],
      },
      "10:04",
    ],
    [
      "a workload: the first of what goes wrong",
      { conditions: [condition("ReplicaFailure", "True", "10:06"), condition("Available", "False", "10:05")] },
      "10:05",
    ],
    ["a node that is silent", { conditions: [condition("Ready", "Unknown", "10:07")] }, "10:07"],
    ["a job that ended well", { conditions: [condition("Complete", "True", "10:08")] }, undefined],
    ["an operator at rest", { conditions: [condition("Progressing", "False", "10:08")] }, undefined],
    [
      "what is off on purpose",
      { conditions: [{ ...condition("Ready", "False", "10:09"), reason: "Suspended" }] },
      undefined,
    ],
    ["no time", { conditions: [condition("Ready", "False", "soon")] }, undefined],
    ["nonsense", { conditions: "Ready", containerStatuses: 7 }, undefined],
  ])("%s", (_name, status, expected) => {
    expect(since(status)).toBe(expected);
  });
});

describe("restartTimes", () => {
  it("are when containers that restarted began anew or ended, newest first", () => {
    const status = {
      initContainerStatuses: [{ restartCount: 0, state: { running: { startedAt: "2026-11-23T12:00:00Z" } } }],
      containerStatuses: [
        { restartCount: 2, state: { running: { startedAt: "2026-11-23T10:00:00Z" } } },
        {
          restartCount: 5,
          state: { waiting: {} },
          lastState: { terminated: { finishedAt: "2026-11-23T11:00:00Z" } },
        },
        { restartCount: 1, state: { waiting: {} } },
      ],
    };
    expect(restartTimes({ status }).map((time) => time.toISOString().slice(11, 16))).toEqual(["11:00", "10:00"]);
  });
});

describe("complaintOf", () => {
  const told = (...conditions: object[]) => complaintOf({ status: { conditions } });

  it("tells of refused pods and of a rollout that stands still, and not what the count says", () => {
    const message = 'pods "checkout-7f67dc9c78-7bc6t" is forbidden: exceeded quota: payments, requested: cpu=1';
    expect(told({ type: "ReplicaFailure", status: "True", reason: "FailedCreate", message })).toBe(
      "new pods are refused: exceeded quota: payments, requested: cpu=1",
    );
    expect(told({ type: "Progressing", status: "False", message: "timed out" })).toBe(
      "the rollout does not progress: timed out",
    );
    const short = { type: "Available", status: "False", reason: "MinimumReplicasUnavailable", message: "no minimum" };
    expect(told(short)).toBe("");
    expect(told({ ...short, reason: "Other" })).toBe("no minimum");
  });
});

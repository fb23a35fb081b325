import fc from "fast-check";
import { expect, it } from "vitest";
import { shortReason } from "./short-reason.ts";

it.each([
  [
    "Pending: 0/4 nodes are available: 4 node(s) didn't match Pod's node affinity/selector. no new claims to deallocate, preemption: 0/4 nodes are available: 4 Preemption is not helpful for scheduling.",
    "Pending: 0/4 nodes fit: 4 didn't match Pod's node affinity/selector",
  ],
  [
    "Pending: 0/4 nodes are available: pod has unbound immediate PersistentVolumeClaims. not found; claim data-ledger-0: not bound",
    "Pending: 0/4 nodes fit: pod has unbound immediate PersistentVolumeClaims; claim data-ledger-0: not bound",
  ],
  [
    "Pending: 0/5 nodes are available: 3 Insufficient cpu, 2 node(s) had untolerated taint {a: b}. preemption: 0/5 nodes are available: 5 No preemption victims found for incoming pod.",
    "Pending: 0/5 nodes fit: 3 Insufficient cpu, 2 had untolerated taint {a: b}",
  ],
  [
    "Unable to scale: the HPA was unable to compute the replica count: failed to get cpu utilization: unable to get metrics for resource cpu: unable to fetch metrics from resource metrics API: the server could not find the requested resource (get pods.metrics.k8s.io)",
    "Unable to scale: the HPA was unable to compute the replica count: … the server could not find the requested resource (get pods.metrics.k8s.io)",
  ],
  ["CrashLoopBackOff: app exited 1, 14 restarts", "CrashLoopBackOff: app exited 1, 14 restarts"],
  ["", ""],
])("%s", (reason, short) => {
  expect(shortReason(reason)).toBe(short);
});

it("never makes a reason longer than a few words, whatever it holds", () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 600 }), (reason) => {
      expect(shortReason(reason).length).toBeLessThanOrEqual(reason.length + 3);
    }),
  );
});

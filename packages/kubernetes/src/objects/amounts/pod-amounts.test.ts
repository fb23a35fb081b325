import { describe, expect, it } from "vitest";
import { podFacts } from "../pod-facts.ts";
import { podAmounts } from "./pod-amounts.ts";

const asks = (cpu: string, memory: string, more: object = {}) => ({
  resources: { requests: { cpu, memory }, limits: { cpu } },
  ...more,
});
const pod = (spec: object, phase = "Running") => ({ spec, status: { phase } });
const sidecar = { restartPolicy: "Always" };

describe("what a pod asks for", () => {
  it("is the sum of its containers, or what one init container needs where that is more", () => {
    const containers = [asks("100m", "1Gi"), asks("250m", "512Mi"), {}];
    const initContainers = [asks("2", "64Mi"), asks("1", "64Mi")];
    expect(podAmounts(pod({ containers, initContainers }))).toEqual({
      requests: { cpu: 2, memory: 1.5 * 2 ** 30 },
      limits: { cpu: 2, memory: 0 },
    });
  });

  it("holds sidecars beside the containers, and beside the init containers that come after them", () => {
    const containers = [asks("1", "100")];
    const [early, late] = [asks("3", "10"), asks("3", "1")];
    const before = podAmounts(pod({ containers, initContainers: [early, asks("500m", "5", sidecar)] }));
    expect(before?.requests).toEqual({ cpu: 3, memory: 105 });
    const after = podAmounts(pod({ containers, initContainers: [asks("500m", "5", sidecar), late] }));
    expect(after?.requests).toEqual({ cpu: 3.5, memory: 105 });
  });

  it("is what the pod as a whole says, resource by resource, and overhead comes on top", () => {
    const spec = { containers: [asks("1", "100")], resources: { requests: { cpu: "4" } } };
    const overhead = { cpu: "250m", memory: "120Mi" };
    expect(podAmounts(pod({ ...spec, overhead }))).toEqual({
      requests: { cpu: 4.25, memory: 100 + 120 * 2 ** 20 },
      limits: { cpu: 1.25, memory: 0 },
    });
  });

  it.each(["Succeeded", "Failed"])("is nothing of a pod in %s", (phase) => {
    expect(podAmounts(pod({ containers: [asks("1", "1")] }, phase))).toBeUndefined();
  });

  it("takes odd and hostile amounts for none", () => {
    const containers = [asks("-5", "‹redacted›"), { resources: "x" }, null, asks("1", "1")];
    expect(podAmounts(pod({ containers }))?.requests).toEqual({ cpu: 1, memory: 1 });
    expect(podAmounts({})).toEqual({ requests: { cpu: 0, memory: 0 }, limits: { cpu: 0, memory: 0 } });
  });
});

describe("facts of a pod", () => {
  const spec = {
    nodeName: "n1",
    containers: [{ image: "web:1" }, { image: "proxy:2" }, { image: "" }, {}],
    initContainers: [{ image: "web:1" }],
    ephemeralContainers: [{ image: "debug:3" }],
  };

  it("name each image of any of its containers once, and its node", () => {
    const facts = podFacts({ group: "", plural: "pods", object: pod(spec) });
    expect(facts).toMatchObject({ images: ["web:1", "proxy:2", "debug:3"], node: "n1" });
  });

  it("are empty for everything else, PodMetrics too", () => {
    const none = { images: [], node: "", amounts: undefined };
    expect(podFacts({ group: "metrics.k8s.io", plural: "pods", object: pod(spec) })).toEqual(none);
    expect(podFacts({ group: "", plural: "podtemplates", object: pod(spec) })).toEqual(none);
  });
});

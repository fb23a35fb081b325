import { describe, expect, it } from "vitest";
import { canDo, kubectlFacts } from "./kubectl-facts.ts";

function refOf(kind: string) {
  const [plural = "", ...group] = kind.split(".");
  return { group: group.join("."), plural, namespace: "shop", name: "x" };
}

describe("what kubectl can do", () => {
  it.each([
    ["shell", "pods", true],
    ["shell", "deployments.apps", true],
    ["shell", "deployments.example.org", false],
    ["shell", "services", false],
    ["port-forward", "services", true],
    ["port-forward", "configmaps", false],
    ["edit", "widgets.example.org", true],
    ["delete", "nodes", true],
  ] as const)("%s of %s: %s", (action, kind, can) => {
    expect(canDo(action, refOf(kind))).toBe(can);
  });
});

describe("container and port", () => {
  it("are those of the pod, or of the template of what runs pods", () => {
    const spec = { containers: [{ name: "app", ports: [{ containerPort: 8080 }] }, { name: "proxy" }] };
    expect(kubectlFacts({ spec })).toEqual({ container: "app", port: 8080 });
    expect(kubectlFacts({ spec: { template: { spec } } })).toEqual({ container: "app", port: 8080 });
    expect(kubectlFacts({ spec: { containers: [{ name: "app" }] } })).toEqual({});
    expect(kubectlFacts({ spec: { ports: [{ port: 443 }] } })).toEqual({ port: 443 });
  });

  it.each([
    undefined,
    null,
    "x",
    { spec: 7 },
    { spec: { containers: "x", ports: [{ port: "443" }, { port: 1e9 }, null] } },
  ])("are none in %j", (object) => {
    expect(kubectlFacts(object)).toEqual({});
  });
});

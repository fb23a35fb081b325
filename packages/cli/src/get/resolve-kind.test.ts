import type { KindCount } from "@kubin/schema";
import { expect, test } from "vitest";
import { resolveKind } from "./resolve-kind.ts";

const kind = (group: string, plural: string, kindName: string): KindCount => ({
  group,
  plural,
  kind: kindName,
  version: "v1",
  namespaced: true,
  total: 1,
  failing: 0,
  warning: 0,
});
const kinds = [
  kind("events.k8s.io", "events", "Event"),
  kind("", "pods", "Pod"),
  kind("metrics.k8s.io", "pods", "PodMetrics"),
  kind("apps", "deployments", "Deployment"),
  kind("cert-manager.io", "certificates", "Certificate"),
  kind("serving.knative.dev", "services", "Service"),
  kind("", "services", "Service"),
];
const custom = async () => [
  { group: "cert-manager.io", plural: "certificates", names: ["certificate", "cert", "certs"] },
];

test.each([
  ["pods", "", "pods"],
  ["po", "", "pods"],
  ["Pod", "", "pods"],
  ["deploy", "apps", "deployments"],
  ["deployments.apps", "apps", "deployments"],
  ["deployment.v1.apps", "apps", "deployments"],
  ["svc", "", "services"],
  ["services.serving.knative.dev", "serving.knative.dev", "services"],
  ["cert", "cert-manager.io", "certificates"],
  ["certificate", "cert-manager.io", "certificates"],
  ["pods.metrics.k8s.io", "metrics.k8s.io", "pods"],
])("%s is %s/%s", async (text, group, plural) => {
  expect(await resolveKind({ text, kinds, custom })).toMatchObject({ group, plural, captured: { total: 1 } });
});

test("what Kubernetes defines and the snapshot lacks is known, with nothing captured", async () => {
  const found = await resolveKind({ text: "cm", kinds, custom });
  expect(found).toMatchObject({ plural: "configmaps", captured: undefined });
});

test("what nobody defines is refused, with the nearest", async () => {
  const refused = resolveKind({ text: "podz", kinds, custom });
  await expect(refused).rejects.toMatchObject({
    code: "BAD_INPUT",
    message: expect.stringContaining("Did you mean pods?"),
  });
});

import { readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { isNotCaptured } from "@kubin/schema";
import { loadAll } from "js-yaml";
import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { type CliWorld, openCliWorld } from "../cli/cli-world.ts";
import { readAccess } from "./kube.ts";
import { openLab } from "./lab.ts";
import { customResources } from "./manifests/manifest.ts";
import { readCapture } from "./read-capture.ts";
import { listableTypes } from "./read-kubectl.ts";

// What `kubin rbac` prints is granted to service accounts of a real API server, and captured with.
const lab = openLab();
const kubectl = lab.kubectl("admin");
/** Of this run alone: a namespace that is deleted stays a while. */
const home = `kubin-rbac-${Date.now().toString(36)}`;
let world: CliWorld;
beforeAll(async () => {
  world = await openCliWorld();
  await kubectl("create", "namespace", home);
});
afterAll(async () => {
  await kubectl("delete", "clusterrole,clusterrolebinding", "everything", "shop-alone");
  await kubectl("delete", "role,rolebinding", "-n", "shop", "shop-alone");
  await kubectl("delete", "namespace", home, "--wait=false");
  await world?.[Symbol.asyncDispose]();
});

/** Grants what `kubin rbac` prints to a service account, and captures as it. */
async function captureAs(name: string, { rbac, create }: { rbac: string[]; create: string[] }) {
  const account = ["--name", name, "--service-account", `${home}/${name}`];
  const printed = await world.kubin(["rbac", ...account, ...rbac]);
  expect(printed).toMatchObject({ code: 0, stderr: "" });
  const [role, file] = [join(world.folder, `${name}.yaml`), join(world.folder, `${name}.kubin`)];
  await writeFile(role, printed.stdout);
  expect(await kubectl("apply", "-f", role)).toMatchObject({ code: 0 });
  const { stdout: token } = await kubectl("create", "token", "-n", home, name);
  const admin = await readAccess(lab.kubeconfig("admin"));
  const kubeconfig = join(world.folder, `${name}.kubeconfig`);
  const text = await readFile(lab.kubeconfig("admin"), "utf8");
  await writeFile(kubeconfig, text.replaceAll(admin.token, token.trim()));
  await rm(file, { force: true });
  const { code } = await world.kubin(["create", "--kubeconfig", kubeconfig, "--to-file", file, ...create]);
  expect([0, 3]).toContain(code);
  const capture = await readCapture(file);
  const gaps = capture.manifest.coverage.filter(isNotCaptured);
  return { ...capture, forbidden: gaps.filter(({ kind }) => kind === "forbidden").map(({ what }) => what) };
}

const clusterRole = z.object({
  kind: z.literal("ClusterRole"),
  rules: z.array(z.object({ apiGroups: z.array(z.string()).default([]), resources: z.array(z.string()).default([]) })),
});

const named = z.object({ metadata: z.object({ namespace: z.string() }) });

test("names the built-in types that the server has, no more and no fewer, but Secrets", async () => {
  const { stdout } = await world.kubin(["rbac", "--no-logs"]);
  const { rules } = clusterRole.parse(loadAll(stdout).find((one) => one !== null && one !== undefined));
  const allowed = rules.flatMap(({ apiGroups, resources }) => resources.map((plural) => `${plural}.${apiGroups[0]}`));
  const types = await listableTypes(kubectl);
  const { stdout: groups } = await kubectl("get", "crd", "-o", "jsonpath={.items[*].spec.group}");
  const others = new Set([...groups.split(" "), "metrics.k8s.io"]);
  const builtIn = types.filter(({ group }) => !others.has(group)).map(({ plural, group }) => `${plural}.${group}`);
  expect(allowed.sort()).toEqual(builtIn.filter((name) => name !== "secrets.").sort());
});

test("a capture with the role of this cluster is refused nothing, and has no Secret", async () => {
  const rbac = ["--from-cluster", "--kubeconfig", lab.kubeconfig("admin")];
  const capture = await captureAs("everything", { rbac, create: ["--exclude", "secrets", "--no-node-summaries"] });
  expect(capture.forbidden).toEqual([]);
  const plurals = new Set(capture.objects.map(({ plural }) => plural));
  for (const plural of ["pods", "nodes", "namespaces", customResources.plural]) expect(plurals).toContain(plural);
  expect(plurals).not.toContain("secrets");
  expect(capture.logs.size).toBeGreaterThan(0);
});

test("with the role of one namespace, nothing of it is refused, and no other namespace is in it", async () => {
  const rbac = ["-n", "sho*", "--from-cluster", "--kubeconfig", lab.kubeconfig("admin")];
  const capture = await captureAs("shop-alone", {
    rbac,
    create: ["-n", "shop", "--since", "3650d", "--exclude", "secrets", "--no-node-summaries"],
  });
  expect(capture.forbidden).toEqual([]);
  const pods = capture.objects.filter(({ plural }) => plural === "pods").map(({ object }) => named.parse(object));
  expect(new Set(pods.map(({ metadata }) => metadata.namespace))).toEqual(new Set(["shop"]));
  expect(new Set([...capture.logs.keys()].map((key) => key.split("/")[0]))).toEqual(new Set(["shop"]));
});

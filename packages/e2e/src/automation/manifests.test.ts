import { readFile } from "node:fs/promises";
import { PassThrough } from "node:stream";
import { type Io, run } from "@kubin/cli";
import { loadAll } from "js-yaml";
import { expect, test } from "vitest";

const folder = new URL("../../../../infra/automation/", import.meta.url);

interface Manifest {
  kind: string;
  metadata: { name: string; namespace?: string };
  spec: { template: Template; jobTemplate: { spec: { template: Template } }; backoffLimit: number };
}
interface Template {
  spec: {
    serviceAccountName: string;
    securityContext: Record<string, unknown>;
    containers: Record<string, unknown>[];
    volumes: { name: string; emptyDir?: object }[];
  };
}

/** What `kubin rbac --service-account kubin/kubin` prints. */
async function printedRole(): Promise<string> {
  const [stdout, stderr] = [new PassThrough(), new PassThrough()];
  const io: Io = {
    stdout,
    stderr,
    stdin: new PassThrough(),
    env: {},
    platform: "linux",
    cwd: "/",
    terminal: { stdin: false, stdout: false, stderr: false },
    size: () => ({ columns: 120, rows: 30 }),
    signal: new AbortController().signal,
    onFirstStop: () => () => {},
    atExit: () => () => {},
  };
  expect(await run(["rbac", "--service-account", "kubin/kubin"], io)).toBe(0);
  return String(stdout.read());
}

test.each(["job.yaml", "cronjob.yaml"])("%s grants what kubin rbac prints, word for word", async (name) => {
  const text = await readFile(new URL(name, folder), "utf8");
  expect(text).toContain(`\n${await printedRole()}---\n`);
  expect(text).not.toMatch(/^ *- secrets$/m);
});

test.each(["job.yaml", "cronjob.yaml"])("%s runs one capture with no more rights than it needs", async (name) => {
  const text = await readFile(new URL(name, folder), "utf8");
  const all = loadAll(text).filter((one): one is Manifest => one !== null && one !== undefined);
  const last = name === "job.yaml" ? "Job" : "CronJob";
  const kinds = ["Namespace", "ServiceAccount", "ClusterRole", "ClusterRoleBinding", last];
  expect(all.map(({ kind }) => kind)).toEqual(kinds);
  const { spec: job } = last === "Job" ? all.at(-1)! : all.at(-1)!.spec.jobTemplate;
  expect(job).toMatchObject({ backoffLimit: 0, template: { spec: { serviceAccountName: "kubin" } } });
  const { containers, securityContext, volumes } = job.template.spec;
  expect(securityContext).toMatchObject({ runAsNonRoot: true, seccompProfile: { type: "RuntimeDefault" } });
  expect(volumes.map(({ emptyDir }) => emptyDir !== undefined)).toEqual([true, true]);
  expect(containers).toHaveLength(1);
  expect(containers[0]).toMatchObject({
    image: "kubin:0.1.0",
    args: expect.arrayContaining(["create", "--in-cluster", "--server", "$(KUBIN_SERVER)"]),
    env: expect.arrayContaining([
      expect.objectContaining({ name: "KUBIN_SERVER" }),
      { name: "HOME", value: "/home/kubin" },
    ]),
    securityContext: {
      allowPrivilegeEscalation: false,
      readOnlyRootFilesystem: true,
      capabilities: { drop: ["ALL"] },
    },
    resources: { requests: { memory: expect.anything() }, limits: { memory: expect.anything() } },
    volumeMounts: [
      { name: "tmp", mountPath: "/tmp" },
      { name: "home", mountPath: "/home/kubin" },
    ],
  });
});

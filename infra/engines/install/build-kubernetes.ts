import { access, mkdir, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Place } from "../engine.ts";
import { findCommand } from "../process/find-command.ts";
import { run } from "../process/run.ts";

const minor = "34";
const patch = "4";
const version = `v1.${minor}.${patch}`;

/** Where each binary's command lives in Kubernetes' source; kubectl is the judge, so it is of the same version. */
const mains: Readonly<Record<string, string>> = {
  "kube-apiserver": mainOf("k8s.io/kubernetes/cmd/kube-apiserver/app", "NewAPIServerCommand"),
  "kube-controller-manager": mainOf("k8s.io/kubernetes/cmd/kube-controller-manager/app", "NewControllerManagerCommand"),
  "kube-scheduler": mainOf("k8s.io/kubernetes/cmd/kube-scheduler/app", "NewSchedulerCommand"),
  kubectl: mainOf("k8s.io/kubectl/pkg/cmd", "NewDefaultKubectlCommand"),
};

/** The folder that holds kube-apiserver, kube-controller-manager, kube-scheduler and kubectl. */
export function kubernetesFolder(cache: string): string {
  return join(cache, "go", `kubernetes-${version}`);
}

/**
 * Builds the control plane from its source, once: Kubernetes publishes no packages that an ordinary registry hands out.
 * One module for all, so that what they share is compiled once.
 */
export async function buildKubernetes({ cache }: Place, say: (words: string) => void): Promise<void> {
  const folder = kubernetesFolder(cache);
  const missing = await Promise.all(Object.keys(mains).map((name) => access(join(folder, name)).then(no, yes)));
  if (!missing.includes(true)) return;
  if (!(await findCommand("go"))) throw new Error("Go is needed to build Kubernetes: https://go.dev/dl");
  say(`building Kubernetes ${version} (once, five to fifteen minutes)`);
  const source = join(folder, "source");
  await writeModule(source);
  // Its module marks its own parts as replaced by folders, which only works inside its repository.
  const env = { GOFLAGS: "-mod=mod", CGO_ENABLED: "0" };
  await run("go", ["mod", "tidy"], { cwd: source, env });
  // Built aside: a build that is interrupted leaves nothing that looks finished.
  const built = join(folder, "built");
  await mkdir(built, { recursive: true });
  await run("nice", ["-n", "10", "go", "build", `-ldflags=${linkerFlags()}`, "-o", built, "./..."], {
    cwd: source,
    env,
  });
  for (const name of Object.keys(mains)) await rename(join(built, name), join(folder, name));
  await rm(built, { recursive: true });
}

async function writeModule(source: string): Promise<void> {
  for (const [name, text] of Object.entries(mains)) {
    await mkdir(join(source, name), { recursive: true });
    await writeFile(join(source, name, "main.go"), text);
  }
  const staged = await stagedModules();
  const replaced = staged.map((module) => `replace ${module} => ${module} v0.${minor}.${patch}`);
  const lines = ["module kubin.engines/kubernetes", "go 1.24.0", `require k8s.io/kubernetes ${version}`, ...replaced];
  await writeFile(join(source, "go.mod"), `${lines.join("\n")}\n`);
}

/** Modules that Kubernetes keeps in its own repository and publishes under a version of their own. */
async function stagedModules(): Promise<string[]> {
  const answer = await run("go", ["mod", "download", "-json", `k8s.io/kubernetes@${version}`]);
  const file = /"GoMod": "([^"]+)"/.exec(answer)?.[1];
  if (file === undefined) throw new Error(`go mod download told no go.mod of Kubernetes ${version}.`);
  const described = await run("go", ["mod", "edit", "-json", file]);
  return [...new Set([...described.matchAll(/"Path": "(k8s\.io\/[a-z0-9-]+)"/g)].map(([, path]) => path ?? ""))].filter(
    (path) => described.includes(`"./staging/src/${path}"`),
  );
}

/** Without a version stamped in, kubectl cannot read what the server says of itself. */
function linkerFlags(): string {
  const variable = "k8s.io/component-base/version";
  const stamps = { gitVersion: version, gitMajor: "1", gitMinor: minor };
  return ["-s -w", ...Object.entries(stamps).map(([name, value]) => `-X ${variable}.${name}=${value}`)].join(" ");
}

function mainOf(from: string, command: string): string {
  return `package main

import (
	"os"

	"k8s.io/component-base/cli"
	command "${from}"
)

func main() { os.Exit(cli.Run(command.${command}())) }
`;
}

const yes = (): boolean => true;
const no = (): boolean => false;

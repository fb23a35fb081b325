import { access, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Place } from "../engine.ts";
import { run } from "../process/run.ts";
import { goFolder } from "./go-build.ts";

export const kwokVersion = "v0.8.0";

/** What kwok's binary does not bring along but its module has. */
export interface KwokFiles {
  /** How nodes become ready and pods run, complete and fail. */
  stages: string;
  /** So that which pod has which log can be told by objects, while kwok runs. */
  definitions: string;
}

export function kwokFilesOf({ cache }: Pick<Place, "cache">): KwokFiles {
  const file = (name: string) => join(goFolder({ cache }, kwokVersion), name);
  return { stages: file("kwok-stages.yaml"), definitions: file("kwok-definitions.yaml") };
}

/** Takes both from the module, once: later starts need no Go. */
export async function keepKwokFiles(place: Place): Promise<void> {
  const { stages, definitions } = kwokFilesOf(place);
  if (await access(definitions).then(yes, no)) return;
  const answer = await run("go", ["mod", "download", "-json", `sigs.k8s.io/kwok@${kwokVersion}`]);
  const folder = /"Dir": "([^"]+)"/.exec(answer)?.[1];
  if (folder === undefined) throw new Error("go mod download told no folder of kwok.");
  const kustomize = join(folder, "kustomize");
  // No heartbeat: it drops the nodes' addresses after a minute, and with them goes every log.
  const parts = await Promise.all([
    readFile(join(kustomize, "stage/node/fast/node-initialize.yaml"), "utf8"),
    ...(await readAll(join(kustomize, "stage/pod/general"), /^pod-.*\.yaml$/)),
    ...(await readAll(join(kustomize, "stage/pod/chaos"), /^pod-.*\.yaml$/)),
  ]);
  await writeFile(stages, parts.map(quicker).join("\n---\n"));
  const kinds = await readAll(join(kustomize, "crd/bases"), /_(cluster)?logs\.yaml$/);
  await writeFile(definitions, kinds.join("\n---\n"));
}

async function readAll(folder: string, names: RegExp): Promise<string[]> {
  const found = (await readdir(folder)).filter((name) => names.test(name)).sort();
  return Promise.all(found.map((name) => readFile(join(folder, name), "utf8")));
}

/** A second or up to six between two steps of a pod is how clusters look, but nothing that tests want to wait for. */
function quicker(stage: string): string {
  return stage.replaceAll(/(\w*[dD]urationMilliseconds): \d+/g, "$1: 100");
}

const yes = (): boolean => true;
const no = (): boolean => false;

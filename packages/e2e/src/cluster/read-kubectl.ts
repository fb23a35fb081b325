import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { z } from "zod";

export interface ListedObject {
  group: string;
  version: string;
  plural: string;
  namespace: string | undefined;
  name: string;
  /** A few types, `componentstatuses` among them, have none. */
  uid: string | undefined;
}

interface ListedType {
  group: string;
  version: string;
  plural: string;
  namespaced: boolean;
  kind: string;
}

export type Kubectl = (...args: string[]) => Promise<{ stdout: string; stderr: string; code: number }>;

/** kubectl as this user. It ending with an error is an answer, too. */
export function kubectlOf({ command, kubeconfig }: { command: string; kubeconfig: string }): Kubectl {
  const run = promisify(execFile);
  return async (...args) => {
    try {
      const said = await run(command, ["--kubeconfig", kubeconfig, ...args], { maxBuffer: 2 ** 30 });
      return { ...said, code: 0 };
    } catch (error) {
      const shape = z.object({ stdout: z.string(), stderr: z.string(), code: z.number() });
      return shape.parse(error);
    }
  };
}

/** Every type that can be listed, each in the version that the server prefers. An API that is dead has none. */
export async function listableTypes(kubectl: Kubectl): Promise<ListedType[]> {
  const { stdout, stderr } = await kubectl("api-resources", "--verbs=list", "--no-headers");
  const types = stdout.trim().split("\n").map(typeOf);
  if (types.length < 2) throw new Error(`kubectl api-resources lists nothing: ${stderr}`);
  return types;
}

/** A line of `kubectl api-resources`: name, maybe short names, version with group, whether namespaced, kind. */
function typeOf(line: string): ListedType {
  const words = line.trim().split(/\s+/);
  const [plural = ""] = words;
  const [apiVersion = "", namespaced, kind = ""] = words.slice(-3);
  const [version = "", group = ""] = apiVersion.split("/").reverse();
  return { group, version, plural, namespaced: namespaced === "true", kind };
}

const listShape = z.object({
  items: z.array(
    z.object({
      apiVersion: z.string(),
      kind: z.string(),
      metadata: z.object({ name: z.string(), namespace: z.string().optional(), uid: z.string().optional() }),
    }),
  ),
});

/** Every object of every type that this user may list: what a capture is compared with, one by one. */
export async function readKubectl(kubectl: Kubectl): Promise<ListedObject[]> {
  const types = await listableTypes(kubectl);
  const names = types.map(({ plural, version, group }) => (group ? `${plural}.${version}.${group}` : plural));
  const { stdout, stderr } = await kubectl(
    "get",
    names.join(","),
    "--all-namespaces",
    "--ignore-not-found",
    "-o",
    "json",
  );
  if (stdout === "") throw new Error(`kubectl get said nothing but ${stderr}`);
  const typeByKind = new Map(types.map((type) => [`${type.group}/${type.kind}`, type]));
  return listShape.parse(JSON.parse(stdout)).items.map(({ apiVersion, kind, metadata }) => {
    const group = apiVersion.includes("/") ? apiVersion.slice(0, apiVersion.indexOf("/")) : "";
    const type = typeByKind.get(`${group}/${kind}`);
    if (!type) throw new Error(`kubectl gave a ${kind} of ${apiVersion}, which it does not list as a type.`);
    const { name, namespace, uid } = metadata;
    return { group, version: type.version, plural: type.plural, namespace, name, uid };
  });
}

/** What tells one object from all others, to compare sets by. */
export function keyOf({ group, plural, namespace = "", name, uid = "" }: ListedObject): string {
  return [group, plural, namespace, name, uid].join(" ");
}

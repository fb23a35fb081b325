import { existsSync } from "node:fs";
import { homedir } from "node:os";
import { delimiter, join, resolve } from "node:path";
import { KubinError } from "@kubin/schema";
import type { Io } from "../../io.ts";

interface Wanted {
  kubeconfig?: string | undefined;
}

/**
 * The kubeconfig files, in the order in which kubectl takes them: `--kubeconfig`, the list in `KUBECONFIG` without
 * those that are not there, `~/.kube/config`. Empty where there is none. Throws BAD_INPUT for a named one that is not there.
 */
export function findKubeconfig(io: Pick<Io, "env" | "cwd">, { kubeconfig }: Wanted): string[] {
  if (kubeconfig !== undefined) {
    const path = resolve(io.cwd, kubeconfig);
    if (existsSync(path)) return [path];
    throw new KubinError("BAD_INPUT", `--kubeconfig: there is no file ${path}.`);
  }
  const listed = (io.env.KUBECONFIG ?? "").split(delimiter).filter((path) => path !== "");
  if (listed.length > 0) {
    const found = listed.map((path) => resolve(io.cwd, path)).filter((path) => existsSync(path));
    if (found.length > 0) return found;
    throw new KubinError("BAD_INPUT", `KUBECONFIG names ${listed.join(", ")}, which is not there.`);
  }
  const usual = join(io.env.HOME || homedir(), ".kube", "config");
  return existsSync(usual) ? [usual] : [];
}

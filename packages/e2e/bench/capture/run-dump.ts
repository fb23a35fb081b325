import { spawnCommand } from "../../src/testbed/processes.ts";
import { countPlain, type PlainCounts } from "../plain/count-plain.ts";
import { folderBytes } from "./folder-bytes.ts";

interface DumpRun extends PlainCounts {
  ms: number;
  bytes: number;
}

/** `kubectl cluster-info dump -A` into this folder, and what it has then. */
export async function runDump(opts: { kubectl: string; kubeconfig: string; folder: string }): Promise<DumpRun> {
  const { kubectl, kubeconfig, folder } = opts;
  const startedAt = performance.now();
  const args = ["--kubeconfig", kubeconfig, "cluster-info", "dump", "-A", "-o", "json", "--output-directory", folder];
  const dump = spawnCommand(kubectl, args, {});
  const code = await dump.ended;
  const ms = performance.now() - startedAt;
  if (code !== 0) throw new Error(`kubectl cluster-info dump ended with ${code}\n${dump.stderr()}`);
  return { ms, bytes: await folderBytes(folder), ...(await countPlain(folder)) };
}

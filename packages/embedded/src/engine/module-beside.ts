import { extname } from "node:path";
import { fileURLToPath } from "node:url";

export interface StartableModule {
  path: string;
  /** What Node needs on its command line to run `path` in a thread or process of its own. */
  execArgv: string[];
}

/**
 * The module `name` in the folder of the caller (`import.meta.url`), ready for a worker thread or a child process.
 * Run from source it is TypeScript and needs a loader, by absolute address: `--import tsx` is looked up from the
 * current folder and does nothing in a worker thread. Built, it is plain JavaScript.
 */
export function moduleBeside(callerUrl: string, name: string): StartableModule {
  const extension = extname(fileURLToPath(callerUrl));
  const path = fileURLToPath(new URL(`./${name}${extension}`, callerUrl));
  if (extension !== ".ts") return { path, execArgv: [] };
  const loader = new URL("./run-from-source.mjs", import.meta.url).href;
  return { path, execArgv: ["--import", loader, "--conditions=@kubin/source"] };
}

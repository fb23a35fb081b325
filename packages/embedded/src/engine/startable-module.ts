import { fileURLToPath } from "node:url";

export interface StartableModule {
  path: string;
  /** What Node needs on its command line to run `path` in a thread or process of its own. */
  execArgv: string[];
}

/**
 * A module of this package, by the address of its source (`new URL("./name.ts", import.meta.url)`), ready for a worker
 * thread or a child process. From source it needs a loader, by absolute address: `--import tsx` is looked up from the
 * current folder and does nothing in a worker thread. In a built package the JavaScript beside it is meant.
 */
export function startableModule(source: URL): StartableModule {
  const path = fileURLToPath(source);
  if (!import.meta.url.endsWith(".ts")) return { path: path.replace(/\.ts$/, ".js"), execArgv: [] };
  const loader = new URL("./run-from-source.mjs", import.meta.url).href;
  return { path, execArgv: ["--import", loader, "--conditions=@kubin/source"] };
}

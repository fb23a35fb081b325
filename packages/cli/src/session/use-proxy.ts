import type { Io } from "../io.ts";

const names = ["https_proxy", "HTTPS_PROXY", "http_proxy", "HTTP_PROXY"] as const;

/**
 * Requests to the Kubin server and to its store go through the proxy of the environment, less what `NO_PROXY` names.
 * Node's own fetch knows no proxy before Node 24; where none is set, nothing is loaded.
 */
export async function useProxy({ env }: Pick<Io, "env">): Promise<void> {
  if (!names.some((name) => env[name])) return;
  const { EnvHttpProxyAgent, install, setGlobalDispatcher } = await import("undici");
  install();
  setGlobalDispatcher(new EnvHttpProxyAgent());
}

import type { Io } from "../io.ts";

const names = ["https_proxy", "HTTPS_PROXY", "http_proxy", "HTTP_PROXY"] as const;

/** A proxy elsewhere cannot reach a server of this machine, such as the demo's. */
const ownNames = "localhost,127.0.0.1,[::1]";

/**
 * Requests to the Kubin server and to its store go through the proxy of the environment, less what `NO_PROXY` names and
 * this machine itself. Node's own fetch knows no proxy before Node 24; where none is set, nothing is loaded.
 */
export async function useProxy({ env }: Pick<Io, "env">): Promise<void> {
  if (!names.some((name) => env[name])) return;
  const { EnvHttpProxyAgent, install, setGlobalDispatcher } = await import("undici");
  install();
  const noProxy = [env.no_proxy ?? env.NO_PROXY, ownNames].filter(Boolean).join(",");
  setGlobalDispatcher(new EnvHttpProxyAgent({ noProxy }));
}

import { type ClientRequest, Agent as HttpAgent, request as httpRequest, type RequestOptions } from "node:http";
import { Agent as HttpsAgent, request as httpsRequest, type RequestOptions as TlsOptions } from "node:https";
import { cliVersion } from "../../version/cli-version.ts";
import type { ClusterAccess } from "./load-kubeconfig.ts";
import { maxInFlight } from "./request-limiter.ts";

/** Certificates and tokens are read anew so often: files of a service account rotate. */
const freshMs = 30_000;

/** How to reach the API server: connections that stay open, through the proxy of the kubeconfig where it names one. */
export function openConnection({ config, server }: ClusterAccess) {
  const secure = server.protocol === "https:";
  let known: { until: number; options: Promise<TlsOptions> } | undefined;
  let agent: HttpAgent | HttpsAgent | undefined;

  async function authenticated(): Promise<TlsOptions> {
    const options: TlsOptions = {};
    await config.applyToHTTPSOptions(options);
    return options;
  }
  /** One at a time: eight requests at once would start eight login programs. */
  function fresh(): Promise<TlsOptions> {
    if (!known || Date.now() > known.until) known = { until: Date.now() + freshMs, options: authenticated() };
    known.options.catch(() => {
      known = undefined;
    });
    return known.options;
  }
  function agentOf(options: TlsOptions): HttpAgent | HttpsAgent | undefined {
    // The library's agent knows the way through a proxy, and keeps no connection open.
    if (config.getCurrentCluster()?.proxyUrl) return typeof options.agent === "object" ? options.agent : undefined;
    const { ca, cert, key, servername, rejectUnauthorized } = options;
    agent ??= secure
      ? new HttpsAgent({ keepAlive: true, maxSockets: maxInFlight, ca, cert, key, servername, rejectUnauthorized })
      : new HttpAgent({ keepAlive: true, maxSockets: maxInFlight });
    return agent;
  }
  return {
    async options(headers: Record<string, string>): Promise<RequestOptions> {
      const options = await fresh();
      return {
        protocol: server.protocol,
        hostname: server.hostname.replace(/^\[|\]$/g, ""),
        port: server.port,
        auth: options.auth,
        agent: agentOf(options),
        headers: { "User-Agent": `kubin/${cliVersion}`, ...headers, ...options.headers },
      };
    },
    /** Some clusters are served below a path (Rancher). */
    pathOf: (path: string) => `${server.pathname.replace(/\/$/, "")}${path}`,
    request: (options: RequestOptions): ClientRequest => (secure ? httpsRequest(options) : httpRequest(options)),
    close: () => agent?.destroy(),
  };
}

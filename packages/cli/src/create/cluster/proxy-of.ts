import { getProxyForUrl } from "proxy-from-env";

/**
 * The proxy that the environment names for this API server, as kubectl takes it: `HTTPS_PROXY` and `HTTP_PROXY` in either
 * case, less what `NO_PROXY` names, and never for this machine itself (pkg.go.dev/net/http#ProxyFromEnvironment).
 */
export function proxyOf(server: URL): string | undefined {
  if (/^(localhost|127(\.\d+){3}|\[::1\])$/.test(server.hostname)) return undefined;
  return getProxyForUrl(server.href) || undefined;
}

import { once } from "node:events";
import { writeFile } from "node:fs/promises";
import { createServer, request as httpRequest, type IncomingMessage, type ServerResponse } from "node:http";
import { Agent, createServer as createSecureServer, request as httpsRequest } from "node:https";
import type { AddressInfo } from "node:net";
import { setTimeout as wait } from "node:timers/promises";
import type { Fault, Rule } from "./fault-rules.ts";
import { type KubeAccess, readAccess } from "./kube.ts";

interface ProxyCounts {
  requests: number;
  /** Of the answers' bodies, as they went over the wire. */
  bytes: number;
  mostInFlight: number;
  /** Method, path and query of each, in the order in which they came. */
  asked: string[];
  /** How many of them met a fault. */
  faults: number;
}

export interface FaultProxy extends AsyncDisposable {
  url: string;
  /** A kubeconfig of the same user that points at the proxy. */
  kubeconfig: string;
  counts(): ProxyCounts;
  /** Requests that are under way now. */
  inFlight(): number;
  /** From now on these rules alone, and counts from 0. */
  use(...rules: Rule[]): void;
}

export interface FaultProxyOptions {
  /** Whose API server stands behind it. */
  kubeconfig: string;
  /** Where the proxy's own kubeconfig is written. */
  writeTo: string;
  /** PEM, for HTTPS: a certificate that the kubeconfig's authority vouches for. Plain HTTP without. */
  tls?: { cert: string; key: string };
}

/** A way to an API server that counts what passes and fails as told. Tokens are passed on as they come. */
export async function openFaultProxy({ kubeconfig, writeTo, tls }: FaultProxyOptions): Promise<FaultProxy> {
  const behind = await readAccess(kubeconfig);
  const agent = new Agent({ keepAlive: true, ca: behind.authority });
  let rules: Rule[] = [];
  let counts = noCounts();
  let inFlight = 0;
  const handle = async (incoming: IncomingMessage, answer: ServerResponse): Promise<void> => {
    const counted = counts;
    const url = new URL(incoming.url ?? "/", behind.server);
    const method = incoming.method ?? "GET";
    counted.requests++;
    counted.asked.push(`${method} ${url.pathname}${url.search}`);
    counted.mostInFlight = Math.max(counted.mostInFlight, ++inFlight);
    answer.once("close", () => {
      inFlight--;
    });
    const fault = firstFault(rules, { method, url });
    if (fault) counted.faults++;
    if (fault?.kind === "hang") return;
    if (fault?.kind === "answer") return refuse(answer, fault);
    if (fault?.kind === "delay") await wait(fault.ms);
    const headers = { ...incoming.headers, host: url.host };
    const secure = url.protocol === "https:" ? { agent } : {};
    const passed = (url.protocol === "https:" ? httpsRequest : httpRequest)(url, { method, headers, ...secure });
    passed.on("error", () => answer.destroy());
    passed.on(
      "response",
      (response) => void passBack(response, answer, { fault, counted }).catch(() => answer.destroy()),
    );
    answer.once("close", () => passed.destroy());
    incoming.pipe(passed);
  };
  const listener = (incoming: IncomingMessage, answer: ServerResponse) => {
    handle(incoming, answer).catch(() => answer.destroy());
  };
  const proxy = tls ? createSecureServer(tls, listener) : createServer(listener);
  proxy.listen(0, "127.0.0.1");
  await once(proxy, "listening");
  // Guarantee: a server that listens on TCP has an address of this shape.
  const { port } = proxy.address() as AddressInfo;
  const url = `${tls ? "https" : "http"}://127.0.0.1:${port}`;
  await writeFile(writeTo, kubeconfigFor({ ...behind, server: url }), { mode: 0o600 });
  return {
    url,
    kubeconfig: writeTo,
    counts: () => counts,
    inFlight: () => inFlight,
    use(...next) {
      rules = next;
      counts = noCounts();
    },
    async [Symbol.asyncDispose]() {
      const closed = once(proxy, "close");
      proxy.close();
      proxy.closeAllConnections();
      agent.destroy();
      await closed;
    },
  };
}

function noCounts(): ProxyCounts {
  return { requests: 0, bytes: 0, mostInFlight: 0, asked: [], faults: 0 };
}

function firstFault(rules: readonly Rule[], request: Parameters<Rule>[0]): Fault | undefined {
  for (const rule of rules) {
    const fault = rule(request);
    if (fault) return fault;
  }
  return undefined;
}

/** As the API server refuses: by a Status object. */
function refuse(answer: ServerResponse, fault: Extract<Fault, { kind: "answer" }>): void {
  const { status: code, reason, headers } = fault;
  const message = `fault-proxy: ${reason}`;
  answer.writeHead(code, { "content-type": "application/json", ...headers });
  answer.end(
    JSON.stringify({ kind: "Status", apiVersion: "v1", metadata: {}, status: "Failure", message, reason, code }),
  );
}

interface Passing {
  fault: Fault | undefined;
  counted: ProxyCounts;
}

async function passBack(response: IncomingMessage, answer: ServerResponse, passing: Passing): Promise<void> {
  const { fault, counted } = passing;
  const limit = fault && "afterBytes" in fault ? fault.afterBytes : Number.POSITIVE_INFINITY;
  let left = limit;
  answer.writeHead(response.statusCode ?? 502, response.headers);
  answer.flushHeaders();
  for await (const piece of response) {
    const bytes: Buffer = piece.subarray(0, left);
    left -= bytes.length;
    counted.bytes += bytes.length;
    if (!answer.write(bytes)) await Promise.race([once(answer, "drain"), once(answer, "close")]);
    if (left > 0) continue;
    // What was written is on its way before the connection ends.
    if (fault?.kind === "reset") await wait(50).then(() => answer.socket?.resetAndDestroy());
    response.destroy();
    return;
  }
  answer.end();
}

function kubeconfigFor({ server, authority, token }: KubeAccess): string {
  const ca = authority !== undefined && { "certificate-authority-data": Buffer.from(authority).toString("base64") };
  const cluster = { server, ...(server.startsWith("https:") && ca) };
  return JSON.stringify({
    apiVersion: "v1",
    kind: "Config",
    clusters: [{ name: "proxied", cluster }],
    users: [{ name: "proxied", user: { token } }],
    contexts: [{ name: "proxied", context: { cluster: "proxied", user: "proxied" } }],
    "current-context": "proxied",
  });
}

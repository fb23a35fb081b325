import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { Agent as HttpAgent, request as httpRequest, type IncomingMessage } from "node:http";
import { Agent, request as httpsRequest } from "node:https";
import { load } from "js-yaml";
import { z } from "zod";

const kubeconfigShape = z.object({
  clusters: z.tuple([
    z.object({ cluster: z.object({ server: z.string(), "certificate-authority-data": z.string().optional() }) }),
  ]),
  users: z.tuple([z.object({ user: z.object({ token: z.string() }) })]),
});

/** How to reach an API server, from a kubeconfig of one cluster and one user. */
export interface KubeAccess {
  server: string;
  /** PEM. */
  authority: string | undefined;
  token: string;
}

export async function readAccess(kubeconfig: string): Promise<KubeAccess> {
  const { clusters, users } = kubeconfigShape.parse(load(await readFile(kubeconfig, "utf8")));
  const { server, "certificate-authority-data": authority } = clusters[0].cluster;
  const pem = authority === undefined ? undefined : Buffer.from(authority, "base64").toString();
  return { server, authority: pem, token: users[0].user.token };
}

interface KubeRequest {
  method?: string;
  path: string;
  /** Sent as JSON. */
  body?: unknown;
  type?: string;
}

interface KubeAnswer {
  status: number;
  body: Buffer;
}

/** A plain client of an API server: what it does is seen in one file, so that it can judge clients that do more. */
export interface Kube extends Disposable {
  /** Any status is an answer. */
  ask(request: KubeRequest): Promise<KubeAnswer>;
  /** The JSON of an answer with a status below 300; throws what the server said otherwise. */
  json(request: KubeRequest): Promise<unknown>;
}

export async function openKube(kubeconfig: string): Promise<Kube> {
  const { server, authority, token } = await readAccess(kubeconfig);
  const secure = server.startsWith("https:");
  const agent = secure ? new Agent({ keepAlive: true, ca: authority }) : new HttpAgent({ keepAlive: true });
  const ask = async ({ method = "GET", path, body, type = "application/json" }: KubeRequest): Promise<KubeAnswer> => {
    const headers = { authorization: `Bearer ${token}`, accept: "application/json", "content-type": type };
    const sent = (secure ? httpsRequest : httpRequest)(new URL(path, server), { method, headers, agent });
    sent.end(body === undefined ? undefined : JSON.stringify(body));
    // Guarantee: "response" comes with the message alone.
    const [answer] = (await once(sent, "response")) as [IncomingMessage];
    const pieces: Buffer[] = [];
    for await (const piece of answer) pieces.push(piece);
    return { status: answer.statusCode ?? 0, body: Buffer.concat(pieces) };
  };
  return {
    ask,
    async json(request) {
      const { status, body } = await ask(request);
      if (status < 300) return JSON.parse(body.toString());
      throw new Error(`${request.method ?? "GET"} ${request.path}: ${status} ${body.toString().slice(0, 1_000)}`);
    },
    [Symbol.dispose]: () => agent.destroy(),
  };
}

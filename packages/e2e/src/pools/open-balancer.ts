import { createServer, type IncomingMessage, request, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { pipeline } from "node:stream";
import { buffer } from "node:stream/consumers";

/** Processes that answer callers, by role. */
type Pool = "gateway" | "query" | "upload";

export interface Balancer extends AsyncDisposable {
  url: string;
  add(pool: Pool, url: string): void;
}

/** What `docs/operations.md` tells operators to write down for nginx or an Ingress. */
function poolOf(path: string): Pool {
  if (/^\/(trpc\/upload\.|api\/v1\/uploads(\/|\?|$))/.test(path)) return "upload";
  return /^\/(trpc|api)\//.test(path) ? "query" : "gateway";
}

/**
 * A balancer before separate pools, as nginx is by default: by path, round robin, bodies read before they are passed on,
 * the next process where one takes no connection. Parts do not come this way: they go straight to the store.
 */
export async function openBalancer(): Promise<Balancer> {
  const pools: Record<Pool, string[]> = { gateway: [], query: [], upload: [] };
  const turns: Record<Pool, number> = { gateway: 0, query: 0, upload: 0 };
  const server = createServer(async (incoming, answer) => {
    const pool = poolOf(incoming.url ?? "/");
    const first = turns[pool]++;
    const body = await buffer(incoming).catch(() => undefined);
    if (body === undefined) return;
    for (const index of pools[pool].keys()) {
      const target = pools[pool][(first + index) % pools[pool].length] ?? "";
      if (await passOn({ target, incoming, body, answer })) return;
    }
    answer.writeHead(502).end();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    add: (pool, url) => void pools[pool].push(url),
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** False where nothing listens at `target`, so that another may be asked. */
function passOn(opts: {
  target: string;
  incoming: IncomingMessage;
  body: Buffer;
  answer: ServerResponse;
}): Promise<boolean> {
  const { target, incoming, body, answer } = opts;
  // With the `Host` as it came, and no word of whom it came from: callers of this machine stay its owner.
  const { method, headers } = incoming;
  return new Promise((resolve) => {
    const out = request(new URL(incoming.url ?? "/", target), { method, headers }, (response) => {
      answer.writeHead(response.statusCode ?? 502, response.headers);
      // Whichever breaks takes the other with it: a reader of a stream shall come again.
      pipeline(response, answer, () => undefined);
      resolve(true);
    });
    answer.once("close", () => out.destroy());
    out.once("error", (error: NodeJS.ErrnoException) => {
      if (error.code !== "ECONNREFUSED") answer.destroy();
      resolve(error.code !== "ECONNREFUSED");
    });
    out.end(body);
  });
}

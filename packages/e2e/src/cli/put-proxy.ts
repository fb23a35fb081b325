import { createServer, type IncomingMessage, request, type ServerResponse } from "node:http";

/** A way to a server that counts the parts on it, and can keep them back so that a signal meets an upload under way. */
export interface PutProxy extends AsyncDisposable {
  url: string;
  /** Parts that got through, and their bytes, since the last `reset`. */
  stored: { parts: number; bytes: number };
  /** Parts that are kept back now. */
  held(): number;
  /** Lets `parts` more through, then keeps back whatever comes. */
  holdAfter(parts: number): void;
  /** Lets through what is kept back, and all that follows. */
  release(): void;
  /** Answers every part with this status. */
  refuse(status: number): void;
  /** Lets everything through again, and counts anew. Connections of those who wait are cut. */
  reset(): void;
}

/** Opens a proxy on a free port. `target` is asked at each request, so the server may come later. */
export async function openPutProxy(target: () => string): Promise<PutProxy> {
  let open = Number.POSITIVE_INFINITY;
  let refusal: number | undefined;
  let held = 0;
  let waiting: (() => void)[] = [];
  const stored = { parts: 0, bytes: 0 };
  const proxy = createServer((incoming, answer) => {
    const isPart = incoming.method === "PUT";
    if (isPart && refusal !== undefined) {
      incoming.resume();
      answer.writeHead(refusal).end();
      return;
    }
    if (isPart && open <= 0) {
      held++;
      waiting.push(() => forward(incoming, answer));
      return;
    }
    if (isPart) open--;
    forward(incoming, answer);
  });
  const forward = (incoming: IncomingMessage, answer: ServerResponse) => {
    const { hostname, port, host } = new URL(target());
    const headers = { ...incoming.headers, host };
    const { method, url: path } = incoming;
    const out = request({ host: hostname, port, method, path, headers }, (response) => {
      if (method === "PUT" && (response.statusCode ?? 500) < 300) {
        stored.parts++;
        stored.bytes += Number(incoming.headers["content-length"] ?? 0);
      }
      answer.writeHead(response.statusCode ?? 500, response.headers);
      response.pipe(answer);
    });
    out.on("error", () => answer.destroy());
    incoming.pipe(out);
  };
  await new Promise<void>((resolve) => proxy.listen(0, "127.0.0.1", resolve));
  const address = proxy.address();
  const port = typeof address === "object" && address ? address.port : 0;
  return {
    url: `http://127.0.0.1:${port}`,
    stored,
    held: () => held,
    holdAfter(parts) {
      open = parts;
    },
    release() {
      open = Number.POSITIVE_INFINITY;
      for (const go of waiting.splice(0)) go();
    },
    refuse(status) {
      refusal = status;
    },
    reset() {
      open = Number.POSITIVE_INFINITY;
      refusal = undefined;
      held = 0;
      waiting = [];
      Object.assign(stored, { parts: 0, bytes: 0 });
      proxy.closeAllConnections();
    },
    async [Symbol.asyncDispose]() {
      proxy.closeAllConnections();
      await new Promise((resolve) => proxy.close(resolve));
    },
  };
}

import { once } from "node:events";
import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";

export interface AnsweringServer extends AsyncDisposable {
  url: string;
}

/** For tests: an HTTP server on loopback that does with each request what it is told. */
export async function answeringServer(answer: RequestListener): Promise<AnsweringServer> {
  const server = createServer(answer).listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    // Guarantee: a server that listens on TCP has an address of this shape.
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}

import { once } from "node:events";
import { createServer } from "node:http";
import { type AddressInfo, connect } from "node:net";
import type { Duplex } from "node:stream";

export interface ConnectProxy extends AsyncDisposable {
  url: string;
  /** Where it was asked to connect to, host and port, in order. */
  asked: string[];
}

/**
 * A proxy as companies have it: `CONNECT host:port` alone. Names that only it knows lead to this machine, to the port that
 * is asked for unless another is told.
 */
export async function openConnectProxy(portOf = (asked: URL) => Number(asked.port)): Promise<ConnectProxy> {
  const asked: string[] = [];
  // A tunnel is no connection of the server's any more.
  const tunnels = new Set<Duplex>();
  const server = createServer((_, answer) => answer.writeHead(405).end());
  server.on("connect", (request, client, head) => {
    asked.push(request.url ?? "");
    tunnels.add(client.once("close", () => tunnels.delete(client)));
    const port = portOf(new URL(`tunnel://${request.url}`));
    const target = connect(port, "127.0.0.1", () => {
      client.write("HTTP/1.1 200 Connection established\r\n\r\n");
      target.write(head);
      target.pipe(client);
      client.pipe(target);
    });
    target.on("error", () => client.destroy());
    client.on("error", () => target.destroy());
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    asked,
    async [Symbol.asyncDispose]() {
      for (const tunnel of tunnels) tunnel.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

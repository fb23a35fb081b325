import { once } from "node:events";
import { type AddressInfo, connect, createServer, type Socket } from "node:net";

export interface TcpProxy extends AsyncDisposable {
  /** The address behind it, by way of the proxy. */
  url: string;
  /** Everything passes, also what waited while it was frozen. */
  pass(): Promise<void>;
  /** As if nothing ran there: connections are cut, new ones refused. */
  refuse(): Promise<void>;
  /** As if it hung: connections are taken and held, and nothing moves. */
  freeze(): void;
}

/** A way to a TCP server that others use, too, so that it can be away for one of them alone. */
export async function openTcpProxy(address: string): Promise<TcpProxy> {
  const behind = new URL(address);
  const pairs = new Set<[Socket, Socket]>();
  let frozen = false;
  const join = ([caller, server]: [Socket, Socket]) => caller.pipe(server).pipe(caller);
  const listener = createServer({ allowHalfOpen: true }, (caller) => {
    const pair: [Socket, Socket] = [
      caller,
      connect({ host: behind.hostname, port: Number(behind.port), allowHalfOpen: true }),
    ];
    pairs.add(pair);
    for (const socket of pair) {
      socket.on("error", () => {});
      socket.on("close", () => {
        pairs.delete(pair);
        for (const one of pair) one.destroy();
      });
    }
    if (!frozen) join(pair);
  });
  const listen = async (port: number) => {
    listener.listen(port, "127.0.0.1");
    await once(listener, "listening");
    // Guarantee: a server that listens on TCP has an address of this shape.
    return (listener.address() as AddressInfo).port;
  };
  const stop = async () => {
    if (!listener.listening) return;
    const closed = once(listener, "close");
    listener.close();
    for (const pair of pairs) for (const socket of pair) socket.destroy();
    await closed;
  };
  const port = await listen(0);
  const url = new URL(address);
  url.port = String(port);
  return {
    url: url.href.replace(/\/$/, ""),
    async pass() {
      if (!listener.listening) await listen(port);
      if (frozen) pairs.forEach(join);
      frozen = false;
    },
    refuse: stop,
    freeze() {
      frozen = true;
      for (const [caller, server] of pairs) {
        caller.unpipe();
        server.unpipe();
      }
    },
    [Symbol.asyncDispose]: stop,
  };
}

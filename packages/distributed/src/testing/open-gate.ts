import { once } from "node:events";
import { type AddressInfo, connect, createServer, type Socket } from "node:net";

export interface Gate {
  /** The address behind the gate, by way of the gate. */
  url: string;
  /** `shut` breaks all connections and takes no new one, `stuck` takes all and passes nothing on. */
  state: "open" | "shut" | "stuck";
  close(): Promise<void>;
}

/** For tests: a way to a TCP server that can be closed, as if the server were away or frozen. */
export async function openGate(address: string): Promise<Gate> {
  const behind = new URL(address);
  const sockets = new Set<Socket>();
  let state: Gate["state"] = "open";
  const server = createServer((caller) => {
    if (state === "shut") return void caller.destroy();
    const answerer = connect(Number(behind.port), behind.hostname);
    for (const socket of [caller, answerer]) {
      const other = socket === caller ? answerer : caller;
      sockets.add(socket);
      socket.on("data", (bytes) => state === "open" && other.write(bytes));
      socket.on("error", () => {});
      socket.on("close", () => {
        sockets.delete(socket);
        other.destroy();
      });
    }
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const url = new URL(address);
  url.port = String((server.address() as AddressInfo).port);
  const breakAll = (): void => {
    for (const socket of sockets) socket.destroy();
  };
  return {
    url: url.href,
    get state() {
      return state;
    },
    set state(to) {
      state = to;
      if (to === "shut") breakAll();
    },
    async close() {
      breakAll();
      server.close();
      await once(server, "close");
    },
  };
}

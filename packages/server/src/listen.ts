import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { isLoopback, type Listening } from "@kubin/api";
import { KubinError } from "@kubin/schema";
import type { Config } from "./config-schema.ts";
import { starting } from "./starting.ts";

/** A connection on which nothing moves is closed; event streams ping far more often. */
const idleTimeoutMs = 120_000;

export interface HttpServer {
  listening: Listening;
  /** Until the gateway is there, every request is told to wait. */
  handle(listener: RequestListener): void;
  /** Takes no new connections, and closes those that are still busy after `graceMs`. */
  close(graceMs: number): Promise<void>;
}

/**
 * Listens before anything else is opened, so that a taken port is known at once. Throws UNAVAILABLE for a taken port,
 * BAD_INPUT for an address that others can reach while there are no accounts.
 */
export async function listen(config: Pick<Config, "host" | "port" | "auth">): Promise<HttpServer> {
  let listener: RequestListener = starting;
  // Signed uploads may take as long as they need, as long as bytes keep coming.
  const server = createServer({ requestTimeout: 0, headersTimeout: 60_000, maxHeaderSize: 32_768 }, (req, res) =>
    listener(req, res),
  );
  server.timeout = idleTimeoutMs;
  server.keepAliveTimeout = 65_000;
  const { address, port } = await bound(server, config);
  if (config.auth === "none" && !isLoopback(address)) {
    server.close();
    throw new KubinError(
      "BAD_INPUT",
      `${config.host} is ${address}, which others can reach, and there are no accounts. Set KUBIN_HOST to a loopback address.`,
    );
  }
  return {
    listening: { host: config.host, port },
    handle: (next) => {
      listener = next;
    },
    close: (graceMs) => close(server, graceMs),
  };
}

function bound(server: Server, { host, port }: { host: string; port: number }): Promise<AddressInfo> {
  return new Promise((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => reject(explain(error, { host, port })));
    // Guarantee: a server that listens on TCP has an address of this shape.
    server.listen({ host, port, exclusive: true }, () => resolve(server.address() as AddressInfo));
  });
}

function explain(error: NodeJS.ErrnoException, { host, port }: { host: string; port: number }): KubinError {
  const where = `${host}:${port}`;
  switch (error.code) {
    case "EADDRINUSE":
      return new KubinError(
        "UNAVAILABLE",
        `Port ${port} is taken: another program, perhaps another Kubin, listens on ${where}. Stop it, or set KUBIN_PORT (0 takes any free port).`,
      );
    case "EACCES":
      return new KubinError("FORBIDDEN", `This user may not listen on ${where}. Set KUBIN_PORT to 1024 or more.`);
    default:
      return new KubinError("UNAVAILABLE", `Cannot listen on ${where}: ${error.message}.`, { cause: error });
  }
}

async function close(server: Server, graceMs: number): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  const timer = setTimeout(() => server.closeAllConnections(), graceMs);
  await closed;
  clearTimeout(timer);
}

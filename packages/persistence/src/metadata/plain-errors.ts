import { KubinError } from "@kubin/schema";

/** Prisma: unreachable, timed out, closed, pool exhausted, transaction not started in time. */
const prismaCodes = ["P1001", "P1002", "P1008", "P1011", "P1017", "P2024", "P2028", "P2037"];
/** Kinds of `DriverAdapterError` about the connection, not about the statement. */
const adapterKinds = [
  "DatabaseNotReachable",
  "ConnectionClosed",
  "SocketTimeout",
  "TooManyConnections",
  "TlsConnectionError",
];
const systemCodes = [
  "ECONNREFUSED",
  "ECONNRESET",
  "ENOENT",
  "EPIPE",
  "ETIMEDOUT",
  "EHOSTUNREACH",
  "ENOTFOUND",
  "EAI_AGAIN",
];
/** SQLSTATE: connection exceptions, too many connections, ended for its length, shutdown, crash, starting up, idle for too long. */
const sqlStates = /^(08...|53300|57014|57P0[1-35]|25P03)$/;
const messages =
  /Connection terminated|^timeout expired$|timeout exceeded when trying to connect|Client has encountered a connection error/;

/** Every method of `statements`, with lost connections told as UNAVAILABLE. */
export function withPlainErrors<T extends object>(statements: T): T {
  return new Proxy(statements, {
    get(target, name, receiver) {
      const value: unknown = Reflect.get(target, name, receiver);
      if (typeof value !== "function") return value;
      return async (...args: unknown[]) => {
        try {
          return await value.apply(target, args);
        } catch (error) {
          throw toPlainError(error);
        }
      };
    },
  });
}

/** UNAVAILABLE for an error of the connection; any other error as it is. */
export function toPlainError(error: unknown): unknown {
  if (error instanceof KubinError || !isConnectionError(error, 0)) return error;
  return new KubinError("UNAVAILABLE", "The metadata store does not answer now. Try again in a moment.", {
    cause: error,
  });
}

function isConnectionError(error: unknown, depth: number): boolean {
  if (typeof error !== "object" || error === null || depth > 5) return false;
  const code = textOf(error, "code");
  const original = textOf(error, "originalCode");
  if (prismaCodes.includes(code) || systemCodes.includes(code) || sqlStates.test(code) || sqlStates.test(original))
    return true;
  if (adapterKinds.includes(textOf(error, "kind")) || messages.test(textOf(error, "message"))) return true;
  if ("name" in error && error.name === "PrismaClientInitializationError") return true;
  const inner = ["cause", "meta", "driverAdapterError"] as const;
  return inner.some((key) => isConnectionError(Reflect.get(error, key), depth + 1));
}

function textOf(error: object, key: string): string {
  const value: unknown = Reflect.get(error, key);
  return typeof value === "string" ? value : "";
}

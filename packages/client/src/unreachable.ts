import { KubinError } from "@kubin/schema";

const reasons: Record<string, string> = {
  ECONNREFUSED: "nothing listens there",
  ENOTFOUND: "the name is not known",
  EAI_AGAIN: "the name could not be looked up",
  ECONNRESET: "the connection was cut",
  EPIPE: "the connection was cut",
  UND_ERR_SOCKET: "the connection was cut",
  ETIMEDOUT: "it did not answer in time",
  UND_ERR_CONNECT_TIMEOUT: "it did not answer in time",
  UND_ERR_HEADERS_TIMEOUT: "it did not answer in time",
  EHOSTUNREACH: "there is no way to that host",
  ENETUNREACH: "there is no way to that network",
  DEPTH_ZERO_SELF_SIGNED_CERT: "its certificate is not trusted (NODE_EXTRA_CA_CERTS names a file of your own)",
  SELF_SIGNED_CERT_IN_CHAIN: "its certificate is not trusted (NODE_EXTRA_CA_CERTS names a file of your own)",
  CERT_HAS_EXPIRED: "its certificate is over",
};

/** Why no answer came of a Kubin server, or of its store: CANCELLED when the caller stopped it, else UNAVAILABLE with what to do. */
export function unreachable(opts: { server: string; error: unknown; isStore?: boolean }): KubinError {
  const { server, error, isStore = false } = opts;
  if (isAbort(error)) return new KubinError("CANCELLED", "Stopped.", { cause: error });
  const code = networkCode(error);
  const why = code === undefined ? "" : ` (${reasons[code] ?? code})`;
  const sentence = isStore
    ? `Cannot reach the object store at ${server}${why}. Check that it runs, and that it can be reached from here.`
    : `Cannot reach the Kubin server at ${server}${why}. Check the address, and that the server runs.`;
  return new KubinError("UNAVAILABLE", sentence, { cause: error });
}

/** The system's code of a network fault, looked for through the causes. */
function networkCode(error: unknown): string | undefined {
  let one: unknown = error;
  for (let depth = 0; depth < 6 && one instanceof Error; depth++) {
    if ("code" in one && typeof one.code === "string" && one.code !== "KubinError") return one.code;
    const inner: unknown = one instanceof AggregateError ? one.errors[0] : undefined;
    one = one.cause ?? inner;
  }
  return undefined;
}

function isAbort(error: unknown): boolean {
  for (let one: unknown = error, depth = 0; depth < 6 && one instanceof Error; depth++, one = one.cause) {
    if (one.name === "AbortError") return true;
  }
  return false;
}

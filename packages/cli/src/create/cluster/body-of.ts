import type { IncomingMessage } from "node:http";
import { createGunzip } from "node:zlib";
import { KubinError } from "@kubin/schema";

interface BodyOf {
  message: IncomingMessage;
  signal: AbortSignal;
  /** A pause of the server that long ends it, ms. Our own pauses do not count. */
  silenceMs: number;
  /** The request is over, however. Called once. */
  onEnd(): void;
  onBytes(bytes: number): void;
}

/** Why a body broke off. */
export type BreakCause = "silence" | "network" | "ended";

/** The bytes of an answer. Throws BAD_INPUT where it breaks off, with the cause; to be read or returned. */
export async function* bodyOf(opts: BodyOf): AsyncGenerator<Uint8Array> {
  const { message, signal, silenceMs } = opts;
  const isPacked = message.headers["content-encoding"] === "gzip";
  const stream = isPacked ? message.pipe(createGunzip()) : message;
  if (isPacked) message.on("error", (error) => stream.destroy(error));
  let cause: BreakCause = "network";
  const chunks = stream[Symbol.asyncIterator]();
  try {
    for (;;) {
      const timer = setTimeout(() => {
        cause = "silence";
        stream.destroy(new Error("timeout"));
      }, silenceMs);
      const next = await chunks.next().finally(() => clearTimeout(timer));
      if (next.done) return;
      opts.onBytes(next.value.length);
      yield next.value;
    }
  } catch (error) {
    throw brokenOff(signal.aborted ? "ended" : cause, error);
  } finally {
    message.destroy();
    opts.onEnd();
  }
}

function brokenOff(cause: BreakCause, error: unknown): KubinError {
  const words = {
    silence: "The API server said nothing more for too long.",
    network: "The connection to the API server broke.",
    ended: "The capture was ended before it was read.",
  };
  return new KubinError("BAD_INPUT", words[cause], { cause: { why: cause, error } });
}

/** The cause that `bodyOf` gave; undefined for other errors. */
export function breakCauseOf(error: unknown): BreakCause | undefined {
  const cause = error instanceof KubinError ? error.cause : undefined;
  const why = typeof cause === "object" && cause !== null && "why" in cause ? cause.why : undefined;
  return why === "silence" || why === "network" || why === "ended" ? why : undefined;
}

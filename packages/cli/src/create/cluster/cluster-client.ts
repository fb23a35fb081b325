import type { IncomingMessage, RequestOptions } from "node:http";
import { type Answer, refusalOf } from "./answer.ts";
import { bodyOf } from "./body-of.ts";
import type { ClusterAccess } from "./load-kubeconfig.ts";
import { openConnection } from "./open-connection.ts";
import type { RequestLimiter } from "./request-limiter.ts";

/** How often one question is asked before its failure is told. */
const maxAttempts = 4;
/** Each costs as long as an answer may take. */
const maxSilences = 2;
const firstBackoffMs = 500;
/** A `Retry-After` beyond this would be most of the time there is. */
const maxBackoffMs = 15_000;

export interface Question {
  /** With its query, from the root of the API server. */
  path: string;
  accept?: string;
  /** Sent as JSON; makes it a POST. */
  body?: unknown;
  /** Once: for what fails for reasons that asking again does not change. */
  once?: boolean;
}

interface ClientFigures {
  requests: number;
  /** Of all bodies, unpacked. */
  bytes: number;
  /** Requests that were repeated. */
  repeated: number;
}

export interface ClusterClient {
  /** Resolves when the answer begins. Throws when the capture was ended, and what a login program says. */
  ask(question: Question): Promise<Answer>;
  figures(): ClientFigures;
  close(): void;
}

interface OpenClient {
  access: ClusterAccess;
  limiter: RequestLimiter;
  /** Ends all requests. */
  signal: AbortSignal;
  /** An answer that begins no later, and pauses no longer, ms. */
  silenceMs: number;
}

/** Asks the API server: few requests at once, fewer under strain, each again when that may help. */
export function clusterClient({ access, limiter, signal, silenceMs }: OpenClient): ClusterClient {
  const figures: ClientFigures = { requests: 0, bytes: 0, repeated: 0 };
  const connection = openConnection(access);

  async function attempt(question: Question): Promise<Answer> {
    const leave = await limiter.enter(signal);
    figures.requests++;
    let message: IncomingMessage | undefined;
    try {
      const options = await connection.options(headersOf(question));
      message = await send({ connection, options, question, signal, silenceMs });
    } catch (error) {
      leave();
      if (signal.aborted) throw signal.reason;
      return refusalOf.network(error);
    }
    const body = bodyOf({ message, signal, silenceMs, onEnd: leave, onBytes: (bytes) => (figures.bytes += bytes) });
    const status = message.statusCode ?? 0;
    return status >= 200 && status < 300 ? { ok: true, body } : await refusalOf.status(message, body);
  }
  return {
    async ask(question) {
      for (let number = 1; ; number++) {
        const answer = await attempt(question);
        if (answer.ok) {
          limiter.good();
          return answer;
        }
        if (!answer.again) return answer;
        const waitMs = Math.min(answer.waitMs ?? firstBackoffMs * 2 ** (number - 1), maxBackoffMs);
        limiter.strained(question.once ? 0 : waitMs);
        const most = answer.kind === "timed-out" ? maxSilences : maxAttempts;
        if (question.once || number >= most) return answer;
        figures.repeated++;
      }
    },
    figures: () => ({ ...figures }),
    close: connection.close,
  };
}

function headersOf({ accept, body }: Question): Record<string, string> {
  return {
    Accept: accept ?? "application/json",
    "Accept-Encoding": "gzip",
    ...(body === undefined ? {} : { "Content-Type": "application/json" }),
  };
}

interface Send {
  connection: ReturnType<typeof openConnection>;
  options: RequestOptions;
  question: Question;
  signal: AbortSignal;
  silenceMs: number;
}

function send({ connection, options, question, signal, silenceMs }: Send): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const method = question.body === undefined ? "GET" : "POST";
    const request = connection.request({ ...options, method, path: connection.pathOf(question.path), signal });
    const timer = setTimeout(() => request.destroy(new Error("timeout")), silenceMs);
    request.on("response", (message) => {
      clearTimeout(timer);
      resolve(message);
    });
    request.on("error", (error) => {
      clearTimeout(timer);
      reject(error);
    });
    request.end(question.body === undefined ? undefined : JSON.stringify(question.body));
  });
}

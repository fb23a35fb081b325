import type { AppRouter } from "@kubin/api";
import { type ErrorCode, errorCodes, isKubinError, KubinError } from "@kubin/schema";
import { isTRPCClientError, type TRPCUntypedClient } from "@trpc/client";
import { unreachable } from "./unreachable.ts";

type Untyped = TRPCUntypedClient<AppRouter>;

/** The same client, whose calls and subscriptions fail with `KubinError`s. */
export function withKubinErrors(client: Untyped, server: string): Untyped {
  const fail = (error: unknown): never => {
    throw toKubinError(error, server);
  };
  // The proxy over it calls only these three.
  const methods: Pick<Untyped, "query" | "mutation" | "subscription"> = {
    query: (path, input, opts) => client.query(path, input, opts).catch(fail),
    mutation: (path, input, opts) => client.mutation(path, input, opts).catch(fail),
    subscription: client.subscription.bind(client),
  };
  return Object.assign(Object.create(client) as Untyped, methods);
}

/** What a failed call means, as the one error class: the server's own sentence, or why the server was not reached. */
export function toKubinError(error: unknown, server: string): KubinError {
  if (isKubinError(error)) return error;
  if (isTRPCClientError<AppRouter>(error)) {
    const said = kubinPart(error.data);
    if (said) return new KubinError(said.code, said.message, { cause: error });
    if (isKubinError(error.cause)) return error.cause;
    if (error.shape) return new KubinError("INTERNAL", error.shape.message, { cause: error });
    return unreachable({ server, error: error.cause ?? error });
  }
  return unreachable({ server, error });
}

/** Whether a Kubin server gave this error as its answer; else it was made here, since no such answer came. */
export function isServersAnswer(error: unknown): boolean {
  return isKubinError(error) && isTRPCClientError<AppRouter>(error.cause) && kubinPart(error.cause.data) !== undefined;
}

/** `kubin` in the `data` of an answer, where it is what this build knows. */
export function kubinPart(data: unknown): { code: ErrorCode; message: string } | undefined {
  if (typeof data !== "object" || data === null || !("kubin" in data)) return undefined;
  const { kubin } = data;
  if (typeof kubin !== "object" || kubin === null || !("code" in kubin) || !("message" in kubin)) return undefined;
  const code = errorCodes.find((known) => known === kubin.code);
  return typeof kubin.message === "string" ? { code: code ?? "INTERNAL", message: kubin.message } : undefined;
}

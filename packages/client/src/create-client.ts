import type { AppRouter } from "@kubin/api";
import {
  createTRPCClientProxy,
  createTRPCUntypedClient,
  httpBatchLink,
  httpLink,
  httpSubscriptionLink,
  splitLink,
  type TRPCClient,
} from "@trpc/client";
import { EventSource, type EventSourceFetchInit } from "eventsource";
import { answerOfKubin } from "./answer-of-kubin.ts";
import { withKubinErrors } from "./kubin-errors.ts";
import { normaliseServer } from "./server-address.ts";

/** The typed client: `client.metadata.list.query({ limit: 10 })`. Every failure is a `KubinError`. */
export type KubinClient = TRPCClient<AppRouter>;

/** The part of `fetch` that the client calls. */
export type Fetch = (input: string | URL | Request, init?: RequestInit) => Promise<Response>;

export interface ClientOptions {
  /** Base address of the server, e.g. `http://127.0.0.1:7780`. */
  server: string;
  /** Token of a link (`/s/{token}`): reads what the link gives. */
  link?: string | undefined;
  /** Upload ticket: uploads to one snapshot. */
  ticket?: string | undefined;
  fetch?: Fetch | undefined;
  /** Ends everything that this client has under way. */
  signal?: AbortSignal | undefined;
}

/** Longest URL of a query; Node refuses a request head over 16 KiB. */
const maxUrlLength = 14_000;

/** Makes a client. Nothing is sent before the first call. Throws BAD_INPUT where `server` is no http(s) address. */
export function createClient(options: ClientOptions): KubinClient {
  const server = normaliseServer(options.server);
  const url = `${server}/trpc`;
  const send = options.fetch ?? fetch;
  const headers = {
    ...(options.link !== undefined && { "x-kubin-link": options.link }),
    ...(options.ticket !== undefined && { "x-kubin-ticket": options.ticket }),
  };
  const { signal } = options;
  const transport = {
    url,
    headers,
    fetch: async (input: string | URL | Request, init?: object) =>
      answerOfKubin(await send(input, joined(init, signal)), server),
  };
  const untyped = createTRPCUntypedClient<AppRouter>({
    links: [
      splitLink({
        condition: (op) => op.type === "subscription",
        true: httpSubscriptionLink({
          url,
          EventSource,
          eventSourceOptions: {
            // The browser's EventSource sends no headers of one's own; this one does.
            fetch: (input: string | URL, init: EventSourceFetchInit) =>
              send(input, joined({ ...init, headers: { ...init.headers, ...headers } }, signal)),
          },
        }),
        // A slow search must not hold back what was asked beside it. Uploads have processes of their own, which balancers
        // find by path, so they never share a request with others.
        false: splitLink({
          condition: (op) => op.type === "mutation" || /^(query|upload)\./.test(op.path),
          true: httpLink(transport),
          false: httpBatchLink({ ...transport, maxURLLength: maxUrlLength, maxItems: 20 }),
        }),
      }),
    ],
  });
  return createTRPCClientProxy<AppRouter>(withKubinErrors(untyped, server));
}

/** The request's own signal and the client's: whichever comes first ends it. */
function joined(init: object | undefined, signal: AbortSignal | undefined): RequestInit {
  const own = init && "signal" in init && init.signal instanceof AbortSignal ? init.signal : undefined;
  const both = [own, signal].filter((one) => one !== undefined);
  return both.length === 0 ? { ...init } : { ...init, signal: AbortSignal.any(both) };
}

import { KubinError } from "@kubin/schema";

/** Lets answers through that a Kubin server can have given (all are JSON); a proxy's page is UNAVAILABLE, in words. */
export function answerOfKubin(response: Response, server: string): Response {
  if (response.headers.get("content-type")?.includes("json")) return response;
  const { status } = response;
  const sentence =
    status >= 500
      ? `${server} answered with HTTP ${status}. It may be starting or overloaded; try again in a moment.`
      : `${server} answered with HTTP ${status}, but not as a Kubin server does. Check the address.`;
  // With the answer as its cause: it may say when to come again.
  throw new KubinError("UNAVAILABLE", sentence, { cause: response });
}

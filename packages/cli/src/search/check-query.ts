import type { Query } from "@kubin/logs";
import { KubinError } from "@kubin/schema";
import { inert } from "../output/inert.ts";

/** Parses the query here, so that a slip is shown where it is before anything is asked. Throws BAD_INPUT. */
export async function checkQuery(text: string): Promise<Query> {
  const { parseQuery, QueryError } = await import("@kubin/logs");
  try {
    // Whether a time of the query can be told from that of the capture is for the server to say.
    return parseQuery(text, { capturedAt: new Date() });
  } catch (error) {
    if (!(error instanceof QueryError)) throw error;
    const mark = `${" ".repeat(error.from)}${"^".repeat(Math.max(1, error.to - error.from))}`;
    throw new KubinError("BAD_INPUT", `${error.message}\n${inert(text)}\n${mark}`, { cause: error });
  }
}

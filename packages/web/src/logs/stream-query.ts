import type { LogStreamRef } from "@kubin/schema";

/** The query that searches one stream. */
export function streamQuery(stream: Pick<LogStreamRef, "namespace" | "pod"> & Partial<LogStreamRef>): string {
  const words = [`ns:${stream.namespace}`, `pod:${stream.pod}`];
  if (stream.container) words.push(`container:${stream.container}`);
  if (stream.source === "previous") words.push("is:previous");
  return `${words.join(" ")} `;
}

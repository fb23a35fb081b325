import { KubinError } from "@kubin/schema";

/** Shown at most; a document of a stranger may unpack to gigabytes. */
const shownBytes = 4 * 1024 * 1024;

export interface ReadDocument {
  text: string;
  /** There is more than was read. */
  cut: boolean;
}

/** The beginning of a document, as text. Throws a KubinError when the store does not give it. */
export async function readDocument(url: string, signal: AbortSignal): Promise<ReadDocument> {
  const answer = await fetch(url, { signal, credentials: "omit", referrerPolicy: "no-referrer" });
  if (!answer.ok || !answer.body) {
    throw new KubinError(
      "UNAVAILABLE",
      `The store answered ${answer.status} instead of the document. Load the page again.`,
    );
  }
  const reader = answer.body.getReader();
  const decoder = new TextDecoder();
  let text = "";
  let bytes = 0;
  for (;;) {
    const next = await reader.read();
    if (next.done) return { text: text + decoder.decode(), cut: false };
    const room = shownBytes - bytes;
    text += decoder.decode(next.value.subarray(0, room), { stream: true });
    bytes += next.value.length;
    if (bytes > shownBytes) {
      await reader.cancel();
      return { text, cut: true };
    }
  }
}

import { StoreError } from "./store-error.ts";

/** Shown at most; a document of a stranger may unpack to gigabytes. */
const shownBytes = 4 * 1024 * 1024;

export interface ReadDocument {
  text: string;
  /** There is more than was read. */
  cut: boolean;
}

/** The beginning of a document, as text. Throws a StoreError when the store does not give it. */
export async function readDocument(url: string, signal: AbortSignal): Promise<ReadDocument> {
  const answer = await ask(url, signal);
  if (!answer.ok || !answer.body) {
    throw new StoreError(`The store answered ${answer.status} instead of the document. Load the page again.`);
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

async function ask(url: string, signal: AbortSignal): Promise<Response> {
  try {
    return await fetch(url, { signal, credentials: "omit", referrerPolicy: "no-referrer" });
  } catch (error) {
    if (signal.aborted) throw error;
    throw new StoreError(`The object store at ${new URL(url, location.href).origin} does not answer.`, {
      cause: error,
    });
  }
}

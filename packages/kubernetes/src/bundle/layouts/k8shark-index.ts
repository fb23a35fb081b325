import { isKubinError } from "@kubin/schema";
import type { BundleSource } from "../bundle-source.ts";
import { isObject } from "../json-object.ts";

/** Numbers of the recordings of each API path. */
export type SequenceIndex = Map<string, number[]>;

/** One path has about 100 bytes in it. */
const maxIndexBytes = 256 * 1024 * 1024;

/**
 * Reads `index.json.zst` or `watch-index.json.zst`: `{"entries": {path: {"seqs": […]}}}`, without `entries` in format
 * version 1. Undefined when it is damaged. Throws CANCELLED.
 */
export async function readIndex(
  source: BundleSource,
  content: AsyncIterable<Uint8Array>,
): Promise<SequenceIndex | undefined> {
  try {
    const decoder = new TextDecoder();
    let text = "";
    for await (const chunk of source.unpack(content)) {
      text += decoder.decode(chunk, { stream: true });
      if (text.length > maxIndexBytes) return undefined;
    }
    return indexOf(JSON.parse(text));
  } catch (error) {
    if (error instanceof SyntaxError || (isKubinError(error) && error.code !== "CANCELLED")) return undefined;
    throw error;
  }
}

function indexOf(value: unknown): SequenceIndex | undefined {
  if (!isObject(value)) return undefined;
  const entries = isObject(value.entries) ? value.entries : value;
  const index: SequenceIndex = new Map();
  for (const [apiPath, entry] of Object.entries(entries)) {
    if (!isObject(entry) || !Array.isArray(entry.seqs)) continue;
    index.set(
      apiPath,
      entry.seqs.filter((seq): seq is number => Number.isInteger(seq)),
    );
  }
  return index;
}

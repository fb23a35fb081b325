import type { BundleEntry } from "../bundle/bundle-source.ts";
import type { PackWork } from "./start-packing.ts";

/** The content of an entry, counted into the progress; ends with CANCELLED when the caller stopped it. */
export async function* counted(entry: Pick<BundleEntry, "content">, work: PackWork): AsyncGenerator<Uint8Array> {
  for await (const chunk of entry.content()) {
    work.progress.bytes += chunk.length;
    work.report();
    yield chunk;
  }
}

import { KubinError } from "@kubin/schema";
import { archiveSource } from "./archive-source.ts";
import type { BundleSource } from "./bundle-source.ts";
import { gunzipWeb } from "./gunzip-web.ts";

/** Opens a file that a page was given, without reading it whole. Throws NOT_A_BUNDLE when it is empty. */
export async function openBlob(blob: Blob, name: string): Promise<BundleSource> {
  if (blob.size === 0) throw new KubinError("NOT_A_BUNDLE", `${name} is empty.`);
  return await archiveSource({ name, bytes: blob.size, read: () => chunksOf(blob), gunzip: gunzipWeb });
}

async function* chunksOf(blob: Blob): AsyncGenerator<Uint8Array> {
  const reader = blob.stream().getReader();
  try {
    for (;;) {
      const next = await reader.read();
      if (next.done) return;
      yield next.value;
    }
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}

import { KubinError } from "@kubin/schema";
import { archiveSource } from "./archive-source.ts";
import type { BundleSource } from "./bundle-source.ts";
import { webFile } from "./web-file.ts";
import { webPlatform } from "./web-platform.ts";

/**
 * Opens a file that a page was given, without reading it whole. xz needs 'wasm-unsafe-eval' where the page has a
 * Content-Security-Policy. Throws as `openSource` does.
 */
export async function openBlob(blob: Blob, name: string, signal?: AbortSignal): Promise<BundleSource> {
  if (blob.size === 0) throw new KubinError("NOT_A_BUNDLE", `${name} is empty.`);
  return await archiveSource({ name, file: webFile(blob, signal), platform: webPlatform(signal), signal });
}

import type { BundleEntry } from "../bundle-source.ts";
import { type ReadZip, readZip } from "../zip/read-zip.ts";

interface NestedZip extends Omit<ReadZip, "file"> {
  chunks: AsyncIterable<Uint8Array>;
}

/** The entries of a zip that streams by: it has its table of contents at the end, so it is spooled first. */
export async function* readNestedZip(opts: NestedZip): AsyncGenerator<BundleEntry> {
  const { platform, problems } = opts;
  const file = await platform.spool(opts.chunks);
  if (file) {
    try {
      yield* readZip({ ...opts, file });
    } finally {
      await file.close();
    }
    return;
  }
  const most = platform.maxSpooledBytes / 1024 ** 2;
  const detail = `The zip is larger than ${most} MiB. Unpack it, and import the folder.`;
  problems.add({ kind: "refused", path: "", detail });
}

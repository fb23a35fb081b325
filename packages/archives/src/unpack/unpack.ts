import { peek } from "../peek.ts";
import type { Platform } from "../platform.ts";
import { type Expansion, limitExpansion } from "./limit-expansion.ts";
import { type Packing, packingBytes, packingOf } from "./packing.ts";
import { unxz } from "./unxz.ts";
import { unzstd } from "./unzstd.ts";

interface Unpacking {
  inflate: Platform["inflate"];
  expansion: Expansion;
}

/**
 * Unpacks what its first bytes say is packed; other bytes pass as they are. Gives every readable byte, then throws
 * BAD_INPUT when the data is cut or damaged, TOO_LARGE when it is a bomb.
 */
export async function* unpack(chunks: AsyncIterable<Uint8Array>, opts: Unpacking): AsyncGenerator<Uint8Array> {
  const start = peek(chunks);
  try {
    const packing = packingOf(await start.head(packingBytes));
    yield* packing ? unpackAs(packing, start.all(), opts) : start.all();
  } finally {
    await start.leave();
  }
}

/** Unpacks data that is known to be packed this way. */
export function unpackAs(
  packing: Packing,
  packed: AsyncIterable<Uint8Array>,
  opts: Unpacking,
): AsyncIterable<Uint8Array> {
  return limitExpansion({ packed, unpack: unpackerFor(packing, opts), expansion: opts.expansion });
}

function unpackerFor(
  packing: Packing,
  opts: Unpacking,
): (chunks: AsyncIterable<Uint8Array>) => AsyncIterable<Uint8Array> {
  switch (packing) {
    case "gzip":
      return (chunks) => opts.inflate(chunks, "gzip");
    case "xz":
      return unxz;
    case "zstd":
      return unzstd;
  }
}

import { KubinError } from "@kubin/schema";

/** gzip reaches 1032 with nothing but zeros, xz and zstd more; real logs stay below 100. */
const maxRatio = 400;
/** So much may come out of one packed stream, whatever it was packed to. */
const freeBytes = 1024 ** 3;
/** The same for all packed streams of a source together: many small bombs are one large bomb. */
const freeBytesOfAll = 4 * 1024 ** 3;
/** Nothing that holds more can be uploaded; ends what would go on for days. */
const maxBytes = 256 * 1024 ** 3;

/** What became of the bytes of a source so far, over all its readings and all levels of archives. */
export interface Expansion {
  /** Read from where the source lies. */
  read: number;
  /** Made by unpacking. */
  made: number;
}

interface LimitedUnpacking {
  packed: AsyncIterable<Uint8Array>;
  unpack(chunks: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array>;
  expansion: Expansion;
}

/** Unpacks and throws TOO_LARGE when far more comes out than a real bundle packs to. */
export async function* limitExpansion(opts: LimitedUnpacking): AsyncGenerator<Uint8Array> {
  const { expansion } = opts;
  let taken = 0;
  let made = 0;
  async function* counted() {
    for await (const chunk of opts.packed) {
      taken += chunk.length;
      yield chunk;
    }
  }
  for await (const chunk of opts.unpack(counted())) {
    made += chunk.length;
    expansion.made += chunk.length;
    if (made > maxBytes || (made > freeBytes && made > taken * maxRatio)) throw tooLarge("It unpacks");
    if (expansion.made > freeBytesOfAll && expansion.made > expansion.read * maxRatio) {
      throw tooLarge("What is packed in this bundle unpacks");
    }
    yield chunk;
  }
}

function tooLarge(what: string): KubinError {
  return new KubinError(
    "TOO_LARGE",
    `${what} to more than ${maxRatio} times its size, or to more than ${maxBytes / 1024 ** 3} GiB; reading stopped there.`,
  );
}

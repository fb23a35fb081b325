import { KubinError } from "@kubin/schema";
import * as xzDecompress from "xz-decompress";

/** What all streams of xz-decompress 0.2.3 share; its types do not tell. */
interface Shared {
  _moduleInstance?: unknown;
  _moduleInstancePromise?: unknown;
  _contextMutex: { acquire(): Promise<void>; release(): void };
}

/**
 * In place of the library's lock, which lets one stream live at a time, so that an .xz inside a .tar.xz would wait for
 * ever. It is there because all streams share one WebAssembly memory; here each gets its own (at most 64 MiB, given
 * back with the stream), and only their starts wait for each other.
 */
class StartsInTurn {
  readonly #shared: Shared;
  #last: Promise<unknown> = Promise.resolve();

  constructor(shared: Shared) {
    this.#shared = shared;
  }

  async acquire(): Promise<void> {}

  release(): void {}

  open(packed: ReadableStream<Uint8Array>): Promise<ReadableStreamDefaultReader<Uint8Array>> {
    const opened = this.#last.then(() => {
      this.#shared._moduleInstance = undefined;
      this.#shared._moduleInstancePromise = undefined;
      return started(packed);
    });
    this.#last = opened.catch(() => undefined);
    return opened;
  }
}

/** Opens xz data for unpacking. Throws UNSUPPORTED where WebAssembly is not allowed. */
export async function openXz(packed: ReadableStream<Uint8Array>): Promise<ReadableStreamDefaultReader<Uint8Array>> {
  const shared = sharedOf(streamClass());
  const known = shared._contextMutex;
  const starts = known instanceof StartsInTurn ? known : new StartsInTurn(shared);
  shared._contextMutex = starts;
  return await starts.open(packed);
}

/** Resolves once the stream has its memory, which shows when it first asks for input; it does so on its own. */
function started(packed: ReadableStream<Uint8Array>): Promise<ReadableStreamDefaultReader<Uint8Array>> {
  return new Promise((resolve, reject) => {
    const Xz = streamClass();
    const input = packed.getReader();
    const unpacked = new Xz(
      new ReadableStream<Uint8Array>(
        {
          async pull(controller) {
            resolve(reader);
            const next = await input.read();
            if (next.done) controller.close();
            else controller.enqueue(next.value);
          },
          cancel: (reason) => input.cancel(reason),
        },
        { highWaterMark: 0 },
      ),
    );
    const reader = unpacked.getReader();
    reader.closed.catch((cause: unknown) => {
      reject(
        new KubinError("UNSUPPORTED", "xz data cannot be unpacked here, since WebAssembly is not allowed.", { cause }),
      );
    });
  });
}

/** The package is CommonJS, whose names Node puts below `default`, and bundlers put beside it. */
function streamClass(): typeof xzDecompress.XzReadableStream {
  const found = xzDecompress as typeof xzDecompress & { default?: typeof xzDecompress };
  return found.default?.XzReadableStream ?? found.XzReadableStream;
}

/** The class itself holds these as static members, in this very version (pinned; a test opens one xz in another). */
function sharedOf(xz: typeof xzDecompress.XzReadableStream): Shared {
  return xz as unknown as Shared;
}

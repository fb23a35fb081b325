import { isKubinError, KubinError } from "@kubin/schema";

/** What xz-decompress says when the data asks for more memory than the 64 MiB that it gives (xz -9 needs as much). */
const needsMoreMemory = /error code 4$/;
/** As much of the input as one step takes. */
const sliceBytes = 32 * 1024;

/**
 * Unpacks xz data, stream after stream, with WebAssembly (a page with a Content-Security-Policy needs
 * 'wasm-unsafe-eval'). Gives every readable byte, then throws BAD_INPUT for damage, TOO_LARGE for a dictionary beyond
 * 64 MiB.
 */
export async function* unxz(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  // Not loaded before it is needed: it carries its WebAssembly as text.
  const { openXz } = await import("./open-xz.ts");
  const source = chunks[Symbol.asyncIterator]();
  const reader = await openXz(slices(source));
  // Two are always asked for: what lies ready in a stream that fails is dropped, what was asked for is not.
  const asked = [reader.read(), reader.read()];
  for (const read of asked) read.catch(() => undefined);
  try {
    for (let read = asked.shift(); read; read = asked.shift()) {
      const next = await read;
      if (next.done) return;
      if (next.value.length > 0) yield next.value;
      const ahead = reader.read();
      ahead.catch(() => undefined);
      asked.push(ahead);
    }
  } catch (error) {
    throw isKubinError(error) ? error : damage(error);
  } finally {
    await reader.cancel().catch(() => undefined);
    await source.return?.();
  }
}

/** Asks for bytes only when the decoder does, so that nothing is read ahead. */
function slices(source: AsyncIterator<Uint8Array>): ReadableStream<Uint8Array> {
  let rest = new Uint8Array(0);
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        while (rest.length === 0) {
          const next = await source.next();
          if (next.done) return controller.close();
          rest = new Uint8Array(next.value);
        }
        controller.enqueue(rest.subarray(0, sliceBytes));
        rest = rest.subarray(sliceBytes);
      },
    },
    { highWaterMark: 0 },
  );
}

function damage(cause: unknown): KubinError {
  if (cause instanceof Error && needsMoreMemory.test(cause.message)) {
    return new KubinError(
      "TOO_LARGE",
      "The xz data needs a dictionary of more than 64 MiB. Pack it with xz -9 or less.",
      { cause },
    );
  }
  return new KubinError("BAD_INPUT", "The xz data is cut or damaged; what follows cannot be read.", { cause });
}

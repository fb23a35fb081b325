/** Bytes that `isTar` needs: one header block. */
export const tarBlockBytes = 512;

export function isGzip(head: Uint8Array): boolean {
  return head[0] === 0x1f && head[1] === 0x8b;
}

/** Whether the bytes begin with a tar header: its checksum (octal at 148, counted as blanks) must be right. */
export function isTar(head: Uint8Array): boolean {
  if (head.length < tarBlockBytes) return false;
  let sum = 0;
  let written = 0;
  for (let at = 0; at < tarBlockBytes; at++) {
    const byte = head[at] ?? 0;
    const isChecksum = at >= 148 && at < 156;
    sum += isChecksum ? 32 : byte;
    if (isChecksum && byte >= 48 && byte <= 55) written = written * 8 + (byte - 48);
  }
  return sum === written && sum > 256;
}

/** The first `length` bytes of the chunks, or all when there are fewer. Damage behind them is not looked at. */
export async function headOf(chunks: AsyncIterable<Uint8Array>, length: number): Promise<Uint8Array> {
  const head = new Uint8Array(length);
  let filled = 0;
  try {
    for await (const chunk of chunks) {
      const piece = chunk.subarray(0, length - filled);
      head.set(piece, filled);
      filled += piece.length;
      if (filled === length) break;
    }
  } catch {
    // What could be read before the damage decides; the damage is told when the whole is read.
  }
  return head.subarray(0, filled);
}

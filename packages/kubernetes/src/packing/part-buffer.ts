export interface PartBuffer {
  length(): number;
  text(text: string): void;
  bytes(bytes: Uint8Array): void;
  /** What was written, as a buffer of its own; the next begins empty. */
  take(): Uint8Array;
}

const spare = 64 * 1024;

/** Bytes written one behind the other into one buffer: a buffer for each of a million objects costs more than they do. */
export function partBuffer(usualBytes: number): PartBuffer {
  const encoder = new TextEncoder();
  let room = new Uint8Array(0);
  let filled = 0;

  function makeRoom(bytes: number): void {
    if (filled + bytes <= room.length) return;
    const larger = new Uint8Array(Math.max(usualBytes, filled + bytes) + spare);
    larger.set(room.subarray(0, filled));
    room = larger;
  }
  return {
    length: () => filled,
    text(text) {
      // UTF-8 takes three bytes at most for each unit of UTF-16.
      makeRoom(text.length * 3);
      filled += encoder.encodeInto(text, room.subarray(filled)).written;
    },
    bytes(bytes) {
      makeRoom(bytes.length);
      room.set(bytes, filled);
      filled += bytes.length;
    },
    take() {
      const taken = room.subarray(0, filled);
      room = new Uint8Array(0);
      filled = 0;
      return taken;
    },
  };
}

/** Bytes that grow at their end in one buffer: many small arrays cost far more than what is in them. */
export interface GrowingBytes {
  append(bytes: Uint8Array): void;
  length(): number;
  /** All of them, once. */
  take(): Uint8Array;
}

const firstBytes = 1024;

export function growingBytes(): GrowingBytes {
  let room = new Uint8Array(0);
  let length = 0;
  return {
    append(bytes) {
      if (length + bytes.length > room.length) {
        const larger = new Uint8Array(Math.max(firstBytes, room.length * 2, length + bytes.length));
        larger.set(room.subarray(0, length));
        room = larger;
      }
      room.set(bytes, length);
      length += bytes.length;
    },
    length: () => length,
    take() {
      const all = room.slice(0, length);
      room = new Uint8Array(0);
      length = 0;
      return all;
    },
  };
}

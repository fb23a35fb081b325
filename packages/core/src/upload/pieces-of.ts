import { maxPartBytes, pieceBytes } from "@kubin/schema";

/** Whether a part is uploaded in pieces; only raw parts are ever so large. */
export function goesInPieces({ size }: { size: number }): boolean {
  return size > maxPartBytes;
}

/** The bytes of each piece of an object of `size` bytes, in their order. */
export function pieceSizes(size: number): number[] {
  const count = Math.ceil(size / pieceBytes);
  return Array.from({ length: count }, (_, index) => Math.min(pieceBytes, size - index * pieceBytes));
}

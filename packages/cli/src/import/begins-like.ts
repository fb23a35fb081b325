import { open } from "node:fs/promises";

/** First bytes of files that are taken for a bundle by mistake (the "magic numbers" of file(1)). */
const beginnings: readonly (readonly [string, readonly number[]])[] = [
  ["a JPEG image", [0xff, 0xd8, 0xff]],
  ["a PNG image", [0x89, 0x50, 0x4e, 0x47]],
  ["a GIF image", [0x47, 0x49, 0x46, 0x38]],
  ["a PDF document", [0x25, 0x50, 0x44, 0x46]],
  ["a program", [0x7f, 0x45, 0x4c, 0x46]],
  ["a SQLite database", [0x53, 0x51, 0x4c, 0x69, 0x74, 0x65]],
  ["a zip archive", [0x50, 0x4b, 0x03, 0x04]],
];

/** What the file at `path` looks like from its first bytes; undefined where that tells nothing. */
export async function beginsLike(path: string): Promise<string | undefined> {
  const head = new Uint8Array(8);
  try {
    await using handle = await open(path, "r");
    await handle.read(head, 0, head.length, 0);
  } catch {
    // The error that is being told is the one that matters.
    return undefined;
  }
  return beginnings.find(([, bytes]) => bytes.every((byte, index) => head[index] === byte))?.[0];
}

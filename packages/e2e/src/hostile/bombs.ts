import { Readable } from "node:stream";
import { createGzip } from "node:zlib";

const piece = Buffer.alloc(1024 * 1024);
const gibibyte = 1024;

/** About a MiB of gzip that unpacks to a little more than a GiB of `byte`. */
export async function gzipBomb(byte = 0): Promise<Buffer> {
  const filled = piece.map(() => byte);
  function* zeros() {
    for (let count = 0; count < gibibyte + 16; count++) yield filled;
  }
  const chunks: Uint8Array[] = [];
  for await (const chunk of Readable.from(zeros()).pipe(createGzip({ level: 9 }))) chunks.push(chunk);
  return Buffer.concat(chunks);
}

/** A few hundred bytes of YAML that would be a billion texts. */
export function aliasBomb(): string {
  const levels = Array.from({ length: 9 }, (_, at) => {
    const inner = at === 0 ? Array(9).fill('"lol"') : Array(9).fill(`*l${at - 1}`);
    return `l${at}: &l${at} [${inner.join(",")}]`;
  });
  return `apiVersion: v1\nkind: ConfigMap\nmetadata: {name: laughs, namespace: shop}\n${levels.join("\n")}\n`;
}

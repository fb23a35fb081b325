import { spawnSync } from "node:child_process";
import { cp, mkdir, open, readdir, readFile, stat, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { gunzipSync } from "node:zlib";

const zip = Buffer.from("PK\u0003\u0004");
const gzip = Buffer.from([0x1f, 0x8b]);

/** Unpacks a bundle by the system's own tools, which are all that the plain counts trust. Damage is taken as it comes. */
export async function unpackPlain(bundle: string, folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  if ((await stat(bundle)).isDirectory()) return await cp(bundle, folder, { recursive: true });
  const head = await headOf(bundle);
  if (head.subarray(0, 4).equals(zip)) spawnSync("unzip", ["-qo", bundle, "-d", folder]);
  else spawnSync("tar", ["xf", bundle, "-C", folder], { stdio: "ignore" });
  if ((await readdir(folder)).length === 0) await copySingle(bundle, folder);
  await unpackInner(folder);
}

/** A document by itself, packed or not. */
async function copySingle(bundle: string, folder: string): Promise<void> {
  const bytes = await readFile(bundle);
  const content = bytes.subarray(0, 2).equals(gzip) ? gunzipSync(bytes) : bytes;
  await writeFile(join(folder, basename(bundle).replace(/\.gz$/, "")), content);
}

/** What lies packed inside: zstd records, gzip logs, one level of archives. */
async function unpackInner(folder: string): Promise<void> {
  for (const path of await readdir(folder, { recursive: true })) {
    const file = join(folder, path);
    if (path.endsWith(".zst")) spawnSync("zstd", ["-dq", "--rm", file]);
    if (/\.log(\.[\d-]+)?\.gz$/.test(path)) spawnSync("gzip", ["-d", file]);
    if (/\.(tgz|tar\.gz|tar)$/.test(path)) {
      await mkdir(`${file}.d`);
      spawnSync("tar", ["xf", file, "-C", `${file}.d`], { stdio: "ignore" });
    }
  }
}

async function headOf(file: string): Promise<Buffer> {
  await using handle = await open(file);
  const { buffer, bytesRead } = await handle.read(Buffer.alloc(16), 0, 16, 0);
  return buffer.subarray(0, bytesRead);
}

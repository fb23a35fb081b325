import { createHash } from "node:crypto";
import { createWriteStream } from "node:fs";
import { mkdir, rename, rm } from "node:fs/promises";
import { get as httpGet, type IncomingMessage } from "node:http";
import { get as httpsGet } from "node:https";
import { dirname } from "node:path";
import { Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGunzip } from "node:zlib";
import { isKubinError, KubinError } from "@kubin/schema";

interface FetchFile {
  url: string;
  /** Of the bytes as stored. */
  sha256: string;
  size: number;
  path: string;
  signal: AbortSignal;
}

const attempts = 4;

/**
 * Saves one stored part. Its bytes are checked as they come (`fetch` would unpack them first), and the file appears
 * under its name only when all of them were right. What the store says is packed for transport is saved unpacked.
 */
export async function fetchFile(file: FetchFile): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await fetchOnce(file);
    } catch (error) {
      if (file.signal.aborted) throw new KubinError("CANCELLED", "Stopped.", { cause: error });
      const final = isKubinError(error) && error.code !== "UNAVAILABLE";
      if (final || attempt >= attempts) throw asKubinError(error, file);
    }
  }
}

async function fetchOnce(file: FetchFile): Promise<void> {
  const response = await request(file);
  const fresh = `${file.path}.part`;
  await mkdir(dirname(file.path), { recursive: true });
  const packed = response.headers["content-encoding"] === "gzip";
  try {
    const to = createWriteStream(fresh);
    const check = checked(file);
    await (packed
      ? pipeline(response, check, createGunzip(), to, { signal: file.signal })
      : pipeline(response, check, to, { signal: file.signal }));
    await rename(fresh, file.path);
  } catch (error) {
    await rm(fresh, { force: true });
    throw error;
  }
}

function request({ url, signal }: FetchFile): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const get = new URL(url).protocol === "https:" ? httpsGet : httpGet;
    const sent = get(url, { signal, headers: { "accept-encoding": "gzip" } }, (response) => {
      if (response.statusCode === 200) return resolve(response);
      response.resume();
      const passing = (response.statusCode ?? 500) >= 500;
      reject(
        new KubinError(passing ? "UNAVAILABLE" : "NOT_FOUND", `The store answered with HTTP ${response.statusCode}.`),
      );
    });
    sent.once("error", reject);
  });
}

/** Lets bytes through and fails at the end where they are not those that were announced. */
function checked({ sha256, size, path }: FetchFile): Transform {
  const digest = createHash("sha256");
  let bytes = 0;
  return new Transform({
    transform(chunk: Uint8Array, _encoding, done) {
      digest.update(chunk);
      bytes += chunk.length;
      done(null, chunk);
    },
    flush(done) {
      const right = bytes === size && digest.digest("hex") === sha256;
      const sentence = `What came for ${path} is not what was stored (its digest differs). Nothing was saved of it.`;
      done(right ? null : new KubinError("DIGEST_MISMATCH", sentence));
    },
  });
}

function asKubinError(error: unknown, { path }: FetchFile): KubinError {
  if (isKubinError(error)) return error;
  const why = error instanceof Error ? error.message : String(error);
  return new KubinError("UNAVAILABLE", `${path} could not be fetched: ${why}.`, { cause: error });
}

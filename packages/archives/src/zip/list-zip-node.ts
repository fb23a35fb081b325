import { type Entry, fromRandomAccessReaderPromise, getFileNameLowLevel, RandomAccessReader } from "yauzl";
import { type RandomAccess, readAt } from "../random-access.ts";
import { madeBy, type ZipRecord } from "./zip-record.ts";

/** Lists a zip with yauzl. It reads two small pieces an entry, so they are cut from larger ones. */
export async function listZipNode(file: RandomAccess): Promise<AsyncIterable<ZipRecord>> {
  // Names and sizes are checked by Kubin: yauzl would end the whole list at the first bad one.
  const options = { decodeStrings: false, validateEntrySizes: false, autoClose: false };
  const zip = await fromRandomAccessReaderPromise(new BufferedReader(file), file.bytes, options);
  // Without a listener a late error would end the program; it is thrown by the list.
  zip.on("error", () => {});
  return records(zip.eachEntry());
}

async function* records(entries: AsyncIterable<Entry>): AsyncGenerator<ZipRecord> {
  for await (const entry of entries) yield recordOf(entry);
}

function recordOf(entry: Entry): ZipRecord {
  return {
    name: nameOf(entry),
    isEncrypted: entry.isEncrypted(),
    method: entry.compressionMethod,
    packedBytes: entry.compressedSize,
    bytes: entry.uncompressedSize,
    crc32: entry.crc32,
    headerAt: entry.relativeOffsetOfLocalHeader,
    ...madeBy(entry.versionMadeBy, entry.externalFileAttributes),
  };
}

/** Many tools write UTF-8 without saying so; what is none is CP437. */
function nameOf({ generalPurposeBitFlag, fileNameRaw, extraFields }: Entry): string {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(fileNameRaw);
  } catch {
    return getFileNameLowLevel(generalPurposeBitFlag, fileNameRaw, extraFields, true);
  }
}

const windowBytes = 64 * 1024;

/** As fs.read: into `buffer` at `offset`, so many bytes of the file from `position`. */
type ReadArguments = [
  buffer: Buffer,
  offset: number,
  length: number,
  position: number,
  callback: (error: Error | null, bytesRead?: number) => void,
];

class BufferedReader extends RandomAccessReader {
  readonly #file: RandomAccess;
  #from = 0;
  #window: Uint8Array = new Uint8Array(0);

  constructor(file: RandomAccess) {
    super();
    this.#file = file;
  }

  override read(...[buffer, offset, length, position, callback]: ReadArguments): void {
    this.#bytesAt(position, length).then(
      (bytes) => {
        buffer.set(bytes, offset);
        callback(null, bytes.length);
      },
      (error: unknown) => callback(error instanceof Error ? error : new Error(String(error))),
    );
  }

  async #bytesAt(position: number, length: number): Promise<Uint8Array> {
    if (position < this.#from || position + length > this.#from + this.#window.length) {
      this.#window = await readAt(this.#file, position, Math.max(length, windowBytes));
      this.#from = position;
    }
    return this.#window.subarray(position - this.#from, position - this.#from + length);
  }
}

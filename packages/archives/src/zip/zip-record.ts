/** One line of the table of contents of a zip. */
export interface ZipRecord {
  name: string;
  isEncrypted: boolean;
  /** 0 stored, 8 deflated; others are not read. */
  method: number;
  packedBytes: number;
  bytes: number;
  crc32: number;
  /** Where its local header stands. */
  headerAt: number;
  /** Type and rights as in st_mode, from systems that have them; else 0. */
  unixMode: number;
  /** Made on DOS or Windows, where `\` separates folders. */
  isOfDos: boolean;
}

/** Systems that write st_mode into the upper half of the attributes: Unix and macOS. */
const unixSystems = [3, 19];

/** What the high byte of "version made by" says about the attributes. */
export function madeBy(version: number, attributes: number): Pick<ZipRecord, "unixMode" | "isOfDos"> {
  const system = version >> 8;
  return { unixMode: unixSystems.includes(system) ? attributes >>> 16 : 0, isOfDos: system === 0 };
}

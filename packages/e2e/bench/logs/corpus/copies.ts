import { type MadePart, type RawLog, rawLogsPart } from "../../../src/testbed/make-parts.ts";

/** About what an uploader puts into one part, unpacked. */
const rawBytesOfPart = 8 * 1024 * 1024;
const dayMs = 86_400_000;

/** Parts of all logs, `copies` times over; made one after the other, so that memory holds one. */
export function* partsOf(logs: readonly RawLog[], copies = 1): Generator<MadePart> {
  for (let copy = 0; copy < copies; copy++) {
    for (const [namespace, some] of byNamespace(logs)) {
      for (const together of inPieces(some))
        yield rawLogsPart(
          namespace,
          together.map((log) => copyOf(log, copy)),
        );
    }
  }
}

/** The same lines of another pod, so many days later; the first is the original. */
function copyOf({ stream, raw, lines }: RawLog, copy: number): RawLog {
  if (copy === 0) return { stream, raw, lines };
  return { stream: { ...stream, pod: `${stream.pod}-${copy}` }, raw: shifted(raw, copy * dayMs), lines };
}

/** As bytes: a line need not be UTF-8. */
function shifted(raw: Uint8Array, ms: number): Uint8Array {
  const seconds = new Map<string, string>();
  const later = (second: string) => {
    const known = seconds.get(second);
    if (known !== undefined) return known;
    const time = new Date(Date.parse(`${second}Z`) + ms).toISOString().slice(0, 19);
    seconds.set(second, time);
    return time;
  };
  const text = Buffer.from(raw).toString("latin1");
  return Buffer.from(text.replaceAll(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?=[.Z])/gm, later), "latin1");
}

function* inPieces(logs: readonly RawLog[]): Generator<RawLog[]> {
  let piece: RawLog[] = [];
  let bytes = 0;
  for (const log of logs) {
    if (piece.length > 0 && bytes + log.raw.length > rawBytesOfPart) {
      yield piece;
      piece = [];
      bytes = 0;
    }
    piece.push(log);
    bytes += log.raw.length;
  }
  if (piece.length > 0) yield piece;
}

function byNamespace(logs: readonly RawLog[]): Map<string, RawLog[]> {
  const groups = new Map<string, RawLog[]>();
  for (const log of logs) groups.set(log.stream.namespace, [...(groups.get(log.stream.namespace) ?? []), log]);
  return groups;
}

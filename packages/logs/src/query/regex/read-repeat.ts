import type { RegexNode } from "./regex-node.ts";
import { type RegexReader, refuse } from "./regex-reader.ts";

/**
 * Places in all counted repetitions, written out. An engine without a small automaton for them, as of `x.{20}y`, tries
 * all at each byte: at a thousand it reads some kilobytes a second.
 */
const largest = 200;

const sign = /^(?:([*+?])|\{(\d{1,9})(?:(,)(\d{1,9})?)?\})(\??)/;
const bounds: Readonly<Record<string, { min: number; max: number }>> = {
  "*": { min: 0, max: Number.POSITIVE_INFINITY },
  "+": { min: 1, max: Number.POSITIVE_INFINITY },
  "?": { min: 0, max: 1 },
};

/** The repetition that stands here. */
export function repetitionAt(reader: RegexReader): RegExpExecArray | null {
  return sign.exec(reader.text.slice(reader.next, reader.next + 24));
}

/** The node with the repetition behind it, or as it is. Braces that count nothing are characters, as in RE2. */
export function readRepeat(reader: RegexReader, { node, from }: { node: RegexNode; from: number }): RegexNode {
  const found = repetitionAt(reader);
  if (!found) return node;
  reader.next += found[0].length;
  const place = { from, to: reader.next };
  const min = Number(found[2] ?? 0);
  const max = found[3] === undefined ? min : Number(found[4] ?? Number.POSITIVE_INFINITY);
  const range = bounds[found[1] ?? ""] ?? { min, max };
  if (range.max < range.min) throw refuse(reader, "A repetition names the smaller number first, as in {2,5}.", place);
  const repeat = { type: "repeat" as const, item: node, ...range };
  const times = timesOf(repeat);
  if (times > 1) reader.counted += sizeOf(repeat);
  if (reader.counted > largest)
    throw refuse(
      reader,
      `This repeats too much; counted repetitions hold at most ${largest} places when they are written out.`,
      place,
    );
  const again = repetitionAt(reader)?.[0];
  if (again !== undefined)
    throw refuse(reader, "A repetition of a repetition is not understood; put the inner one in parentheses.", {
      from: reader.next,
      to: reader.next + again.length,
    });
  return repeat;
}

function timesOf({ min, max }: { min: number; max: number }): number {
  return Math.max(1, min, Number.isFinite(max) ? max : 1);
}

/** Places of an expression, its counted repetitions written out. */
function sizeOf(node: RegexNode): number {
  switch (node.type) {
    case "sequence":
    case "choice":
      return node.items.reduce((sum, item) => sum + sizeOf(item), 1);
    case "repeat":
      return sizeOf(node.item) * timesOf(node);
    case "set":
      return 1 + (typeof node.set.beyond === "string" ? 0 : node.set.beyond.length);
    default:
      return 1;
  }
}

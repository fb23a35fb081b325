import type { LineFormat } from "../../../parse/line-format.ts";
import { datedHead } from "../times/dated-head.ts";
import { type OwnLevels, partsWith } from "./parts-of.ts";

export interface DatedShape {
  name: string;
  /** Sticky patterns of what stands behind the time. */
  patterns: readonly RegExp[];
  /** The time stands in `[`; the patterns begin with what closes it. */
  open?: boolean;
  /** A mere time of day will do. */
  clock?: boolean;
  levels?: OwnLevels;
}

/** A format whose lines begin with a date. */
export function datedFormat(shape: DatedShape): LineFormat {
  const { name, patterns, open = false, clock = false, levels = {} } = shape;
  const parts = partsWith(levels, patterns);
  return {
    name,
    read(text) {
      const head = datedHead(text);
      if (!head || head.open !== open || (head.time === undefined && !clock)) return undefined;
      const read = parts(text, head.end);
      return read && { ...read, time: head.time };
    },
  };
}

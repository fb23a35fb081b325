import type { EventRow, RelatedObject } from "@kubin/schema";
import { alignCells } from "./align-cells.ts";
import { clean } from "./clean.ts";

/** The description as it grows. Levels are indented by two blanks, cells of a row are aligned. */
export interface Page {
  row: (level: number, ...cells: string[]) => void;
  text: () => string;
  /** Milliseconds of the moment that ages are told for. */
  asOfMs: number;
  events: readonly EventRow[];
  related: readonly RelatedObject[];
}

/** Lines at most: an object of a stranger may have a million of anything. */
const maxRows = 20_000;

export function createPage(opts: Pick<Page, "asOfMs" | "events" | "related">): Page {
  const rows: string[][] = [];
  return {
    ...opts,
    row: (level, ...cells) => {
      if (rows.length > maxRows) return;
      if (rows.length === maxRows) {
        rows.push(["<cut: too long to describe>"]);
        return;
      }
      const [first = "", ...rest] = cells.map(clean);
      rows.push([first === "" && rest.length === 0 ? "" : "  ".repeat(level) + first, ...rest]);
    },
    text: () => `${alignCells(rows).join("\n")}\n`,
  };
}

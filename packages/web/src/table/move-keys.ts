import type { ActiveRow } from "./use-active-row.ts";

/** j, k, arrows, pages and ends move among `count` rows, of which `inView` fit into the view. */
export function moveKeys({ move, moveTo }: ActiveRow, count: number, inView: number) {
  const page = Math.max(1, inView - 2);
  const down = () => move(1);
  const up = () => move(-1);
  const pageDown = () => move(page);
  const pageUp = () => move(-page);
  const toFirst = () => moveTo(0);
  const toLast = () => moveTo(count - 1);
  return {
    ...{ j: down, ArrowDown: down, k: up, ArrowUp: up },
    ...{ PageDown: pageDown, PageUp: pageUp },
    ...{ Home: toFirst, g: toFirst, End: toLast, G: toLast },
  };
}

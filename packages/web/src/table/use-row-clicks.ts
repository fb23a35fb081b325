import { type RefObject, useEffect, useRef } from "react";
import type { Place } from "../place/place.ts";
import { useGo } from "../place/use-go.ts";

interface RowClicks<Row> {
  scroller: RefObject<HTMLElement | null>;
  rows: readonly Row[];
  placeOf: (row: Row) => Place | undefined;
  onRow: (index: number) => void;
}

/**
 * A click on a row opens it, unless text is being selected or a link or button of its own was meant. The link that
 * names the row (`data-opens-row`) is a plain one, thousands of which cost nothing; it leads where the row leads.
 */
export function useRowClicks<Row>(opts: RowClicks<Row>): void {
  const go = useGo();
  const current = useRef({ ...opts, go });
  useEffect(() => {
    current.current = { ...opts, go };
  });
  useEffect(() => {
    const element = current.current.scroller.current;
    if (!element) return;
    const open = (event: MouseEvent) => {
      const { target } = event;
      if (event.defaultPrevented || !(target instanceof Element) || event.metaKey || event.ctrlKey || event.shiftKey)
        return;
      const inner = target.closest("a, button");
      const named = inner?.hasAttribute("data-opens-row") ?? false;
      if ((inner && !named) || (!named && (window.getSelection()?.toString() ?? "") !== "")) return;
      const index = Number(target.closest("tr")?.dataset.index ?? Number.NaN);
      const row = current.current.rows[index];
      const place = row && current.current.placeOf(row);
      if (!place) return;
      event.preventDefault();
      current.current.onRow(index);
      current.current.go(place);
    };
    element.addEventListener("click", open);
    return () => element.removeEventListener("click", open);
  }, []);
}

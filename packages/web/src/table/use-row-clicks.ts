import { type RefObject, useEffect, useRef } from "react";
import type { Place } from "../place/place.ts";
import { useGo } from "../place/use-go.ts";

interface RowClicks<Row> {
  scroller: RefObject<HTMLElement | null>;
  rows: readonly Row[];
  placeOf: (row: Row) => Place | undefined;
}

/** A click beside the link of a row opens the row too, unless text is being selected. By keyboard the link does it. */
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
      if (!(target instanceof Element) || target.closest("a, button") || event.metaKey || event.ctrlKey) return;
      if ((window.getSelection()?.toString() ?? "") !== "") return;
      const index = target.closest("tr")?.dataset.index;
      const row = index === undefined ? undefined : current.current.rows[Number(index)];
      const place = row && current.current.placeOf(row);
      if (place) current.current.go(place);
    };
    element.addEventListener("click", open);
    return () => element.removeEventListener("click", open);
  }, []);
}

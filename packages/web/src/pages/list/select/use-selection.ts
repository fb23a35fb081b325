import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import type { RowSelection } from "../../../table/row-selection.ts";
import type { KindRow } from "../rows/kind-row.ts";

/** The rows ticked in a list, kept by name while filter and order change. */
export function useSelection(rows: readonly KindRow[]): RowSelection {
  const [keys, setKeys] = useState<ReadonlySet<string>>(() => new Set());
  const current = useRef(rows);
  useEffect(() => {
    current.current = rows;
  });
  /** The row that was ticked last: a range begins there. */
  const from = useRef<string>(undefined);
  const toggle = useCallback((index: number, range: boolean) => {
    const shown = current.current;
    const row = shown[index];
    if (!row) return;
    const { key } = row;
    const start = range ? shown.findIndex((one) => one.key === from.current) : -1;
    from.current = key;
    setKeys((before) => {
      const after = new Set(before);
      if (start >= 0)
        for (const one of shown.slice(Math.min(start, index), Math.max(start, index) + 1)) after.add(one.key);
      else if (!after.delete(key)) after.add(key);
      return after;
    });
  }, []);
  const all = useCallback(() => setKeys(new Set(current.current.map(({ key }) => key))), []);
  const clear = useCallback(() => {
    from.current = undefined;
    setKeys(new Set());
  }, []);
  return useMemo(() => ({ keys, toggle, all, clear }), [keys, toggle, all, clear]);
}

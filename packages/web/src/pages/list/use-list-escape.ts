import type { RowSelection } from "../../table/row-selection.ts";
import { useTableKeys } from "../../table/use-table-keys.ts";

interface ListEscape {
  line: string;
  setLine: (line: string) => void;
  selection: RowSelection;
  /** Something is open beside the list: Escape closes that. */
  isOpen: boolean;
}

/** Escape goes back a step at a time, as in k9s: first out of the filter, then what is ticked. */
export function useListEscape({ line, setLine, selection, isOpen }: ListEscape): void {
  const back = line.trim() !== "" ? () => setLine("") : selection.keys.size > 0 ? selection.clear : undefined;
  useTableKeys({ Escape: isOpen ? undefined : back });
}

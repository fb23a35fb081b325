import type { LogLine } from "@kubin/schema";
import { lineKey } from "../../../logs-drawer/fold-lines.ts";
import { useGo } from "../../../place/use-go.ts";
import { moveKeys } from "../../../table/move-keys.ts";
import type { ActiveRow } from "../../../table/use-active-row.ts";
import { useTableKeys } from "../../../table/use-table-keys.ts";

interface HitKeys {
  lines: readonly LogLine[];
  active: ActiveRow;
  /** Rows that fit into the view. */
  inView: number;
  onToggle: (key: string) => void;
}

/** j, k, arrows, pages and ends move; Enter opens a line in place, o in its log. */
export function useHitKeys({ lines, active, inView, onToggle }: HitKeys): void {
  const go = useGo();
  const { index } = active;
  const line = index === undefined ? undefined : lines[index];
  const openLog = ({ namespace, pod, container, source, line: number }: LogLine) =>
    go({ page: "stream", namespace, pod, container, source, search: { line: String(number + 1) } });
  useTableKeys({
    ...moveKeys(active, lines.length, inView),
    Enter: line && (() => onToggle(lineKey(line))),
    o: line && (() => openLog(line)),
  });
}

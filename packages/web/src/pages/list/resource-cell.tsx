import type { Cell, Column } from "@kubin/schema";
import { Age } from "../../parts/age.tsx";
import { countText } from "../../plain/count-text.ts";
import { plainText } from "../../plain/plain-text.ts";
import styles from "./columns/cells.module.css";

/** One cell as its column says: ages as of the capture, numbers with separators, text with its whole self on hover. */
export function ResourceCell({ column, cell }: { column: Column; cell: Cell }) {
  if (cell === null || cell === "") return null;
  if (column.type === "age" && typeof cell === "string") return <Age at={cell} />;
  if (typeof cell === "number") return countText(cell);
  return (
    <span className={cell === "<none>" ? styles.none : undefined} title={cell}>
      {plainText(cell)}
    </span>
  );
}

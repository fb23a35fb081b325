import { countText } from "../../plain/count-text.ts";
import { listTexts } from "../../texts/lists.ts";
import styles from "./list-status.module.css";
import type { KindRows } from "./rows/use-kind-rows.ts";

interface ListStatusProps {
  found: KindRows;
  order: string;
}

/** The last line of a list: how much of it is here, in which order, and the keys. */
export function ListStatus({ found, order }: ListStatusProps) {
  const { rows, total, loading } = found;
  const [held, all] = [countText(rows.length), countText(total)];
  const words = loading
    ? `${listTexts.loaded(held, all)}; ${listTexts.coversLoaded}`
    : rows.length < total
      ? listTexts.tooMany(held, all)
      : order;
  return (
    <>
      <span role="status" className={styles.words}>
        {words}
      </span>
      <span className={styles.keys}>{listTexts.keys}</span>
    </>
  );
}

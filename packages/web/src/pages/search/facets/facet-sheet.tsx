import { Button } from "@mantine/core";
import { useEffect, useRef } from "react";
import { logTexts } from "../../../texts/logs.ts";
import styles from "./facet-frame.module.css";
import { Facets } from "./facets.tsx";

/** The facets over the page, in a dialog of the browser's own: it holds the focus and closes on Escape. */
export function FacetSheet({ query, onClose }: { query: string; onClose: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog ref={dialog} className={styles.sheet} onClose={onClose} aria-labelledby="facet-sheet">
      <div className={styles.head}>
        <h2 id="facet-sheet">{logTexts.facets}</h2>
        <Button onClick={() => dialog.current?.close()}>{logTexts.done}</Button>
      </div>
      <Facets query={query} />
    </dialog>
  );
}

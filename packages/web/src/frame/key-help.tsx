import { Button, Kbd } from "@mantine/core";
import { useEffect, useRef } from "react";
import { keyTexts } from "../texts/keys.ts";
import styles from "./key-help.module.css";

/** The keys in a dialog of the browser's own: it holds the focus and closes on Escape. */
export function KeyHelp({ onClose }: { onClose: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    dialog.current?.showModal();
    // The focus is on the button at the end; it is read from its beginning.
    if (dialog.current) dialog.current.scrollTop = 0;
  }, []);
  return (
    <dialog ref={dialog} className={styles.dialog} onClose={onClose} aria-labelledby="key-help">
      <h2 id="key-help">{keyTexts.title}</h2>
      <div className={styles.groups}>
        {keyTexts.groups.map((group) => (
          <section key={group.title}>
            <h3>{group.title}</h3>
            <dl className={styles.keys}>
              {group.keys.map(([keys, what]) => (
                <div key={keys}>
                  <dt>
                    {keys.split("  ").map((key) => (
                      <Kbd key={key} size="xs">
                        {key}
                      </Kbd>
                    ))}
                  </dt>
                  <dd>{what}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
      <Button onClick={() => dialog.current?.close()}>{keyTexts.close}</Button>
    </dialog>
  );
}

import { useEffect, useRef } from "react";

/** What each key does; undefined for nothing. Names as in KeyboardEvent.key, `Ctrl+d` for one with Ctrl. */
export type Keys = Readonly<Record<string, ((event: KeyboardEvent) => void) | undefined>>;

/**
 * Listens on the whole page while the component is shown; typing in a field and keys with Alt and Meta are left alone.
 * "last" comes after all others, whichever of them was shown first.
 */
export function useKeys(keys: Keys, turn: "any" | "last" = "any"): void {
  const current = useRef(keys);
  useEffect(() => {
    current.current = keys;
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.altKey || event.metaKey || isTyping(event.target) || isCovered()) return;
      const name = event.ctrlKey ? `Ctrl+${event.key}` : event.key;
      const act = Object.hasOwn(current.current, name) ? current.current[name] : undefined;
      if (!act) return;
      event.preventDefault();
      act(event);
    };
    if (turn === "last") {
      // Events come to the window when all of the document is through.
      window.addEventListener("keydown", listen);
      return () => window.removeEventListener("keydown", listen);
    }
    document.addEventListener("keydown", listen);
    return () => document.removeEventListener("keydown", listen);
  }, [turn]);
}

/** Whether keys go into text, or into something that has keys of its own. */
export function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || target.closest("input, textarea, select, dialog, [role=dialog], .cm-editor") !== null)
  );
}

/** Whether a dialog lies over the page: its keys are meant, also where a click in it left the focus with the page. */
function isCovered(): boolean {
  return document.querySelector("dialog[open]") !== null;
}

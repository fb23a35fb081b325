import { useEffect, useRef } from "react";

/** ⌘ or Ctrl with a letter, wherever the focus is, also in fields. */
export function useModKey(key: string, act: () => void): void {
  const current = useRef(act);
  useEffect(() => {
    current.current = act;
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      const mod = event.metaKey !== event.ctrlKey && !event.altKey && !event.shiftKey;
      if (!mod || event.key.toLowerCase() !== key) return;
      event.preventDefault();
      current.current();
    };
    // In the capture: editors have a meaning of their own for some of them.
    document.addEventListener("keydown", listen, { capture: true });
    return () => document.removeEventListener("keydown", listen, { capture: true });
  }, [key]);
}

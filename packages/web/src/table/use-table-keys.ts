import { useEffect, useRef } from "react";
import { isTyping } from "../keys/use-keys.ts";

/** What each key does, by KeyboardEvent.key, `ctrl+` before it where Ctrl (or the command key) is held. */
type TableKeys = Readonly<Record<string, ((event: KeyboardEvent) => void) | undefined>>;

/** As `useKeys`, for what a table does with keys that buttons, links and what is open beside it need themselves. */
export function useTableKeys(keys: TableKeys): void {
  const current = useRef(keys);
  useEffect(() => {
    current.current = keys;
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.altKey || isTyping(event.target) || belongsElsewhere(event)) return;
      const name = `${event.ctrlKey || event.metaKey ? "ctrl+" : ""}${event.key}`;
      const act = Object.hasOwn(current.current, name) ? current.current[name] : undefined;
      if (!act) return;
      event.preventDefault();
      act(event);
    };
    document.addEventListener("keydown", listen);
    return () => document.removeEventListener("keydown", listen);
  }, []);
}

function belongsElsewhere({ key, target }: KeyboardEvent): boolean {
  if (!(target instanceof Element)) return false;
  const page = target.closest("main");
  // What stands beside or below the page scrolls and walks by the same keys.
  if (!page && target !== document.body) return true;
  if (key === " ") return target.closest("button, summary") !== null;
  return key === "Enter" && target.closest("a, button, summary") !== null;
}

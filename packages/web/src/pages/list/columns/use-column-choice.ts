import { useCallback, useState } from "react";
import { recall, remember } from "../../../plain/remember.ts";
import { type ColumnChoice, parseChoice } from "./column-choice.ts";

/** The columns chosen for a kind, remembered in this browser. */
export function useColumnChoice(kind: {
  group: string;
  plural: string;
}): [ColumnChoice, (choice: ColumnChoice) => void] {
  const name = `kubin:columns:${kind.group || "core"}/${kind.plural}`;
  const [held, setHeld] = useState(() => ({ name, choice: parseChoice(recall(name)) }));
  // Another kind on the same page: what was chosen for that one.
  const now = held.name === name ? held : { name, choice: parseChoice(recall(name)) };
  if (now !== held) setHeld(now);
  const choose = useCallback(
    (choice: ColumnChoice) => {
      setHeld({ name, choice });
      remember(name, JSON.stringify(choice));
    },
    [name],
  );
  return [now.choice, choose];
}

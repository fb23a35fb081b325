import { Button, Checkbox, TextInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useQuestions } from "../data/use-questions.ts";
import { countText } from "../plain/count-text.ts";
import { filterTexts } from "../texts/filters.ts";
import styles from "./namespace-choices.module.css";

export interface NamespaceChoicesProps {
  /** What to look for at first. */
  begin?: string;
  chosen: readonly string[];
  onChange: (names: string[]) => void;
}

const shownAtMost = 200;

/** The namespaces of the snapshot to tick, those ticked first. */
export function NamespaceChoices({ begin = "", chosen, onChange }: NamespaceChoicesProps) {
  const questions = useQuestions();
  const { data = [] } = useQuery(questions.namespaces());
  const [text, setText] = useState(begin);
  // What was ticked when this opened stands on top; ticking more must not move rows away from the pointer.
  const [atFirst] = useState(() => new Set(chosen));
  const all = [...new Set([...atFirst, ...data.filter(Boolean)])];
  const found = all.filter((name) => name.includes(text.trim().toLowerCase()));
  const toggle = (name: string) =>
    onChange(chosen.includes(name) ? chosen.filter((other) => other !== name) : [...chosen, name]);
  return (
    <div>
      <TextInput
        autoFocus
        data-autofocus
        aria-label={filterTexts.findNamespace}
        placeholder={filterTexts.findNamespace}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === "Enter" && !event.nativeEvent.isComposing && text.trim() !== "" && found[0])
            toggle(found[0]);
        }}
      />
      <div className={styles.names}>
        {found.slice(0, shownAtMost).map((name) => (
          <Checkbox key={name} size="xs" label={name} checked={chosen.includes(name)} onChange={() => toggle(name)} />
        ))}
        {found.length === 0 && <p className={styles.aside}>{filterTexts.noNamespace}</p>}
        {found.length > shownAtMost && (
          <p className={styles.aside}>{filterTexts.moreNamespaces(countText(found.length - shownAtMost))}</p>
        )}
      </div>
      <Button variant="subtle" disabled={chosen.length === 0} onClick={() => onChange([])}>
        {filterTexts.allNamespaces}
      </Button>
    </div>
  );
}

import { CloseButton, TextInput } from "@mantine/core";
import { IconFilter } from "@tabler/icons-react";
import { memo, type Ref, startTransition, useEffect, useId, useState } from "react";
import { useEchoes } from "../../../parts/use-echoes.ts";
import { filterTexts } from "../../../texts/filters.ts";
import { listTexts } from "../../../texts/lists.ts";
import styles from "./filter-line.module.css";
import type { FilterNote } from "./row-test.ts";

interface FilterLineProps {
  /** The filter that holds. */
  line: string;
  onLine: (line: string) => void;
  /** Left by Enter, for the rows. */
  onDone: () => void;
  notes: readonly FilterNote[];
  ref: Ref<HTMLInputElement>;
}

/**
 * The filter of a list; what is odd about it stands under it. Escape clears it, then leaves it; Enter goes on to the
 * rows. A key typed is shown at once and alone; the rows follow as soon as the browser has time for them.
 */
export const FilterLine = memo(function FilterLine({ line, onLine, onDone, notes, ref }: FilterLineProps) {
  const id = useId();
  const [typed, setTyped] = useState(line);
  const echoes = useEchoes(line);
  useEffect(() => {
    // Something else changed the filter: the menu of a column, the address.
    if (!echoes.isOwn(line)) setTyped(line);
  }, [line, echoes]);
  const onType = (text: string) => {
    setTyped(text);
    echoes.sent(text);
    startTransition(() => onLine(text));
  };
  return (
    <div className={styles.line}>
      <TextInput
        ref={ref}
        aria-label={listTexts.filter}
        aria-describedby={id}
        placeholder={listTexts.filterExample}
        title={typed ? undefined : listTexts.filterHelp}
        value={typed}
        maxLength={500}
        spellCheck={false}
        autoComplete="off"
        leftSection={<IconFilter size={14} aria-hidden />}
        rightSection={typed && <CloseButton size="xs" aria-label={filterTexts.clear} onClick={() => onType("")} />}
        onChange={(event) => onType(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === "Escape" && typed) onType("");
          else if (event.key === "Escape" || event.key === "Enter") event.currentTarget.blur();
          // Behind what was typed last: the first row is that of the filter as it stands.
          if (event.key === "Enter") startTransition(onDone);
        }}
      />
      <div id={id} role="status" className={styles.notes} data-empty={notes.length === 0}>
        {notes.map((note) => (
          <p key={noteText(note)}>{noteText(note)}</p>
        ))}
      </div>
    </div>
  );
});

function noteText(note: FilterNote): string {
  switch (note.about) {
    case "open-quote":
      return listTexts.openQuote;
    case "no-column":
      return listTexts.noColumn(note.column);
    case "no-amount":
      return (note.wanted === "age" ? listTexts.noAge : listTexts.noNumber)(note.value, note.column);
  }
}

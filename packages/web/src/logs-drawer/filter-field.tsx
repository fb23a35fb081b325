import { CloseButton, TextInput } from "@mantine/core";
import { IconFilter } from "@tabler/icons-react";
import type { Ref } from "react";
import { useQueryTimes } from "../logs/use-query-times.ts";
import { useTypedText } from "../parts/use-typed-text.ts";
import { logsDrawerTexts } from "../texts/logs-drawer.ts";
import styles from "./drawer-head.module.css";

interface FilterFieldProps {
  value: string;
  broken: boolean;
  onChange: (text: string) => void;
  ref: Ref<HTMLInputElement>;
}

const pauseMs = 350;

/** The filter in the query language; holds after a short pause, or at once on Enter. Escape clears it, then leaves it. */
export function FilterField({ value, broken, onChange, ref }: FilterFieldProps) {
  const { shown, sent } = useQueryTimes();
  const { typed, type, send } = useTypedText({ value: shown(value), pauseMs, onChange, spell: sent });
  return (
    <TextInput
      ref={ref}
      className={styles.filter}
      classNames={{ input: styles.query ?? "" }}
      aria-label={logsDrawerTexts.filter}
      aria-invalid={broken}
      placeholder={logsDrawerTexts.filterPlaceholder}
      spellCheck={false}
      autoCapitalize="off"
      autoComplete="off"
      maxLength={2000}
      leftSection={<IconFilter size={14} aria-hidden />}
      rightSection={
        typed && <CloseButton size="xs" aria-label={logsDrawerTexts.clearFilter} onClick={() => send("")} />
      }
      value={typed}
      onChange={(event) => type(event.currentTarget.value)}
      onKeyDown={(event) => {
        if (event.key === "Enter") send(typed);
        if (event.key !== "Escape") return;
        // It is not the drawer that is meant.
        event.stopPropagation();
        if (typed) send("");
        else event.currentTarget.blur();
      }}
    />
  );
}

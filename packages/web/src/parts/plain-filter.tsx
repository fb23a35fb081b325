import { CloseButton, TextInput } from "@mantine/core";
import { IconFilter } from "@tabler/icons-react";
import type { Ref } from "react";
import { filterTexts } from "../texts/filters.ts";
import styles from "./plain-filter.module.css";
import { useTypedText } from "./use-typed-text.ts";

interface PlainFilterProps {
  label: string;
  /** The text that holds now, from the URL. */
  value: string;
  onChange: (text: string) => void;
  ref?: Ref<HTMLInputElement>;
}

const pauseMs = 250;

/** A text filter: what is typed holds after a short pause. Escape clears it, then leaves it. */
export function PlainFilter({ label, value, onChange, ref }: PlainFilterProps) {
  const { typed, type } = useTypedText({ value, pauseMs, onChange });
  return (
    <TextInput
      {...(ref && { ref })}
      aria-label={label}
      placeholder={label}
      value={typed}
      maxLength={500}
      className={styles.filter}
      leftSection={<IconFilter size={14} aria-hidden />}
      rightSection={typed && <CloseButton size="xs" aria-label={filterTexts.clear} onClick={() => type("")} />}
      onChange={(event) => type(event.currentTarget.value)}
      onKeyDown={(event) => {
        if (event.key !== "Escape") return;
        if (typed) type("");
        else event.currentTarget.blur();
      }}
    />
  );
}

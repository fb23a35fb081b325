import { CloseButton, TextInput } from "@mantine/core";
import { IconFilter } from "@tabler/icons-react";
import { type Ref, useEffect, useRef, useState } from "react";
import { filterTexts } from "../texts/filters.ts";
import styles from "./plain-filter.module.css";

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
  const [typed, setTyped] = useState(value);
  const sent = useRef(value);
  useEffect(() => {
    // The URL changed by itself (back, a link): it wins over what stands here.
    if (value !== sent.current) setTyped(value);
    sent.current = value;
  }, [value]);
  useEffect(() => {
    if (typed === sent.current) return;
    const timer = setTimeout(() => {
      sent.current = typed;
      onChange(typed);
    }, pauseMs);
    return () => clearTimeout(timer);
  }, [typed, onChange]);
  return (
    <TextInput
      {...(ref && { ref })}
      aria-label={label}
      placeholder={label}
      value={typed}
      maxLength={500}
      className={styles.filter}
      leftSection={<IconFilter size={14} aria-hidden />}
      rightSection={typed && <CloseButton size="xs" aria-label={filterTexts.clear} onClick={() => setTyped("")} />}
      onChange={(event) => setTyped(event.currentTarget.value)}
      onKeyDown={(event) => {
        if (event.key !== "Escape") return;
        if (typed) setTyped("");
        else event.currentTarget.blur();
      }}
    />
  );
}

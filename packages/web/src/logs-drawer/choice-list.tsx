import { Checkbox, CloseButton, TextInput } from "@mantine/core";
import { useState } from "react";
import { Name } from "../parts/name.tsx";
import { PopPanel } from "../parts/pop-panel.tsx";
import { filterTexts } from "../texts/filters.ts";
import { logsDrawerTexts } from "../texts/logs-drawer.ts";
import styles from "./drawer-head.module.css";
import { PodColour } from "./pod-colour.tsx";

interface ListedOption {
  name: string;
  /** Behind the name: how many lines. */
  aside: string;
  hue?: number;
}

interface ChoiceListProps {
  label: string;
  /** What the button says. */
  said: string;
  options: readonly ListedOption[];
  /** [] for all. */
  chosen: readonly string[];
  onChange: (chosen: readonly string[]) => void;
}

const filteredFrom = 12;

/** Some of a few names, or all. */
export function ChoiceList({ label, said, options, chosen, onChange }: ChoiceListProps) {
  const [open, setOpen] = useState(false);
  const [typed, setTyped] = useState("");
  const seen = options.filter(({ name }) => name.toLowerCase().includes(typed.toLowerCase()));
  const toggle = (name: string) => {
    const next = chosen.includes(name) ? chosen.filter((one) => one !== name) : [...chosen, name];
    onChange(next.length === options.length ? [] : next);
  };
  return (
    <PopPanel
      label={label}
      button={<span className={styles.said}>{said}</span>}
      title={label}
      open={open}
      onOpen={setOpen}
    >
      <div className={styles.list}>
        {options.length >= filteredFrom && (
          <TextInput
            data-autofocus
            aria-label={logsDrawerTexts.filter}
            placeholder={label}
            value={typed}
            rightSection={
              typed && <CloseButton size="xs" aria-label={filterTexts.clear} onClick={() => setTyped("")} />
            }
            onChange={(event) => setTyped(event.currentTarget.value)}
          />
        )}
        <Checkbox
          size="xs"
          label={logsDrawerTexts.all}
          checked={chosen.length === 0}
          indeterminate={chosen.length > 0}
          onChange={() => onChange([])}
        />
        {seen.map(({ name, aside, hue }) => (
          <Checkbox
            key={name}
            size="xs"
            checked={chosen.includes(name)}
            onChange={() => toggle(name)}
            label={
              <span className={styles.option}>
                {hue !== undefined && <PodColour hue={hue} />}
                <Name text={name} />
                <span className={styles.aside}>{aside}</span>
              </span>
            }
          />
        ))}
      </div>
    </PopPanel>
  );
}

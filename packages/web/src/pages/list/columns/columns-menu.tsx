import { ActionIcon, Button, Checkbox, CloseButton, Popover, TextInput } from "@mantine/core";
import { IconColumns3 } from "@tabler/icons-react";
import { memo, useId, useState } from "react";
import { plainText } from "../../../plain/plain-text.ts";
import { listTexts } from "../../../texts/lists.ts";
import { type ColumnChoice, noChoice, withColumn, withLabel } from "./column-choice.ts";
import styles from "./columns-menu.module.css";
import type { ListColumn } from "./list-column.ts";

interface ColumnsMenuProps {
  columns: readonly ListColumn[];
  /** Ids of those on screen. */
  visible: ReadonlySet<string>;
  choice: ColumnChoice;
  onChoice: (choice: ColumnChoice) => void;
  /** Label keys to propose. */
  labelKeys: readonly string[];
}

/** Which columns to show, labels among them; remembered for the kind. */
export const ColumnsMenu = memo(function ColumnsMenu(props: ColumnsMenuProps) {
  const { columns, visible, choice, onChoice, labelKeys } = props;
  const [open, setOpen] = useState(false);
  const [typed, setTyped] = useState("");
  const list = useId();
  const add = () => {
    if (typed.trim()) onChoice(withLabel(choice, typed.trim(), true));
    setTyped("");
  };
  return (
    <Popover opened={open} onChange={setOpen} position="bottom-end" width={270} trapFocus shadow="sm">
      <Popover.Target>
        <ActionIcon size={30} aria-label={listTexts.columns} title={listTexts.columns} onClick={() => setOpen(!open)}>
          <IconColumns3 size={17} stroke={1.6} aria-hidden />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown p="xs" aria-label={listTexts.columns}>
        <div className={styles.columns}>
          {columns
            .filter(({ label }) => label === undefined)
            .map(({ id, name, wide }) => (
              <Checkbox
                key={id}
                size="xs"
                label={
                  <>
                    {plainText(name)} {wide && <span className={styles.aside}>{listTexts.wideColumn}</span>}
                  </>
                }
                disabled={id === "name"}
                checked={visible.has(id)}
                onChange={(event) => onChoice(withColumn(choice, id, event.currentTarget.checked))}
              />
            ))}
        </div>
        <h2 className={styles.heading}>{listTexts.labelColumns}</h2>
        {choice.labels.map((key) => (
          <div key={key} className={styles.label}>
            <span>{plainText(key)}</span>
            <CloseButton
              size="sm"
              aria-label={listTexts.removeLabel(plainText(key))}
              onClick={() => onChoice(withLabel(choice, key, false))}
            />
          </div>
        ))}
        <TextInput
          aria-label={listTexts.labelKey}
          placeholder={listTexts.labelKey}
          list={list}
          maxLength={317}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
          onKeyDown={(event) => event.key === "Enter" && add()}
          onBlur={add}
        />
        <datalist id={list}>
          {labelKeys.map((key) => (
            <option key={key} value={key} />
          ))}
        </datalist>
        <Button mt="xs" variant="subtle" onClick={() => onChoice(noChoice)}>
          {listTexts.resetColumns}
        </Button>
      </Popover.Dropdown>
    </Popover>
  );
});

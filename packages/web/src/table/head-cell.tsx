import { Popover } from "@mantine/core";
import { IconArrowDown, IconArrowUp, IconChevronDown } from "@tabler/icons-react";
import { memo, type ReactNode, useState } from "react";
import { tableTexts } from "../texts/table.ts";
import styles from "./long-table.module.css";

interface HeadCellProps {
  id: string;
  name: string;
  align: "right" | undefined;
  sorted: "ascending" | "descending" | undefined;
  onSort: ((key: string) => void) | undefined;
  menu: ((key: string, close: () => void) => ReactNode) | undefined;
}

/** The head of one column: a click orders the rows by it, the small button (or the arrow key down) opens its menu. */
export const HeadCell = memo(function HeadCell({ id, name, align, sorted, onSort, menu }: HeadCellProps) {
  const [open, setOpen] = useState(false);
  if (!onSort)
    return (
      <th scope="col" className={styles.cell} data-align={align}>
        {name}
      </th>
    );
  const Arrow = sorted === "descending" ? IconArrowDown : IconArrowUp;
  return (
    <th scope="col" aria-sort={sorted ?? "none"} className={styles.headCell} data-align={align}>
      <button
        type="button"
        className={styles.headName}
        title={name}
        onClick={() => onSort(id)}
        onKeyDown={(event) => {
          if (event.key !== "ArrowDown" || !menu) return;
          event.preventDefault();
          setOpen(true);
        }}
      >
        <span>{name}</span>
        {sorted && <Arrow size={13} aria-hidden />}
      </button>
      {menu && (
        <Popover opened={open} onChange={setOpen} position="bottom-start" width={260} trapFocus shadow="sm">
          <Popover.Target>
            <button
              type="button"
              className={styles.headMenu}
              aria-label={tableTexts.menuOf(name)}
              onClick={() => setOpen(!open)}
            >
              <IconChevronDown size={13} aria-hidden />
            </button>
          </Popover.Target>
          <Popover.Dropdown p={0} aria-label={tableTexts.menuOf(name)}>
            {open && menu(id, () => setOpen(false))}
          </Popover.Dropdown>
        </Popover>
      )}
    </th>
  );
});

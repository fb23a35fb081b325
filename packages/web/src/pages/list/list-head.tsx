import { Button } from "@mantine/core";
import { IconAdjustmentsHorizontal } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { listTexts } from "../../texts/lists.ts";
import styles from "./list-head.module.css";

interface ListHeadProps {
  title: string;
  aside: ReactNode;
  /** Whether the tools are open where they do not fit beside the title. */
  open: boolean;
  onOpen: (open: boolean) => void;
  /** Something is filtered, which folded tools would hide. */
  filtered: boolean;
  children: ReactNode;
}

/** The title and the tools of a list on one line; where there is no room, the tools fold into a button. */
export function ListHead({ title, aside, open, onOpen, filtered, children }: ListHeadProps) {
  return (
    <div className={styles.head}>
      <div className={styles.title}>
        <h1 title={title}>{title}</h1>
        <span className={styles.aside}>{aside}</span>
      </div>
      <Button
        className={styles.fold}
        h={30}
        aria-expanded={open}
        variant={filtered ? "light" : "default"}
        leftSection={<IconAdjustmentsHorizontal size={15} aria-hidden />}
        onClick={() => onOpen(!open)}
      >
        {listTexts.showFilter}
      </Button>
      <div className={styles.tools} data-open={open}>
        {children}
      </div>
    </div>
  );
}

import type { KindCount } from "@kubin/schema";
import { IconChevronDown, IconChevronRight } from "@tabler/icons-react";
import { type ReactNode, useEffect, useState } from "react";
import { Name } from "../parts/name.tsx";
import { countText } from "../plain/count-text.ts";
import styles from "./navigation.module.css";
import { TroubleBadge } from "./trouble-badge.tsx";

interface NavigationFoldProps {
  name: string;
  kinds: readonly KindCount[];
  isCurrent: boolean;
  opensAtFirst: boolean;
  nested?: boolean;
  children: ReactNode;
}

/** Folded, it still tells of trouble and how many objects are in it; the one that one is in is open. */
export function NavigationFold(props: NavigationFoldProps) {
  const { name, kinds, isCurrent, opensAtFirst, nested = false, children } = props;
  const [open, setOpen] = useState(opensAtFirst || isCurrent);
  useEffect(() => {
    if (isCurrent) setOpen(true);
  }, [isCurrent]);
  const failing = sum(kinds.map((kind) => kind.failing));
  const warning = sum(kinds.map((kind) => kind.warning));
  const Chevron = open ? IconChevronDown : IconChevronRight;
  return (
    <li>
      <button
        type="button"
        className={styles.section}
        data-nested={nested}
        title={nested ? name : undefined}
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        <Chevron size={14} aria-hidden />
        <span className={styles.name}>
          <Name text={name} />
        </span>
        {!open && <TroubleBadge failing={failing} warning={warning} />}
        {!open && <span className={styles.count}>{countText(sum(kinds.map((kind) => kind.total)))}</span>}
      </button>
      {open && <ul>{children}</ul>}
    </li>
  );
}

function sum(counts: readonly number[]): number {
  return counts.reduce((total, count) => total + count, 0);
}

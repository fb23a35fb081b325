import type { KindCount } from "@kubin/schema";
import { IconChevronDown, IconChevronRight } from "@tabler/icons-react";
import { Fragment, useEffect, useState } from "react";
import type { Search } from "../place/place.ts";
import { countText } from "../plain/count-text.ts";
import { kindTitle } from "./kind-title.ts";
import styles from "./navigation.module.css";
import { NavigationEntry } from "./navigation-entry.tsx";
import { TroubleBadge } from "./trouble-badge.tsx";

interface NavigationSectionProps {
  name: string;
  kinds: readonly KindCount[];
  /** Writes the API group above its kinds. */
  byGroup: boolean;
  search: Search;
  isCurrent: boolean;
  opensAtFirst: boolean;
}

/** Kinds under a heading that folds. Folded, it still tells of trouble; the section one is in is open. */
export function NavigationSection({ name, kinds, byGroup, search, isCurrent, opensAtFirst }: NavigationSectionProps) {
  const [open, setOpen] = useState(opensAtFirst || isCurrent);
  useEffect(() => {
    if (isCurrent) setOpen(true);
  }, [isCurrent]);
  const failing = kinds.reduce((sum, kind) => sum + kind.failing, 0);
  const warning = kinds.reduce((sum, kind) => sum + kind.warning, 0);
  const Chevron = open ? IconChevronDown : IconChevronRight;
  return (
    <div>
      <button type="button" className={styles.section} aria-expanded={open} onClick={() => setOpen(!open)}>
        <Chevron size={14} aria-hidden />
        <span className={styles.name}>{name}</span>
        {!open && <TroubleBadge failing={failing} warning={warning} />}
        {!open && <span className={styles.count}>{countText(kinds.length)}</span>}
      </button>
      {open &&
        kinds.map((kind, index) => (
          <Fragment key={`${kind.group}/${kind.plural}`}>
            {byGroup && kind.group !== kinds[index - 1]?.group && <div className={styles.group}>{kind.group}</div>}
            <NavigationEntry name={kindTitle(kind.kind)} kind={kind} search={search} nested />
          </Fragment>
        ))}
    </div>
  );
}

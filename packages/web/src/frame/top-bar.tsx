import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { frameTexts } from "../texts/frame.ts";
import { ThemeSwitch } from "./theme-switch.tsx";
import styles from "./top-bar.module.css";

interface TopBarProps {
  /** Before the name: the button of the navigation on a phone. */
  start?: ReactNode;
  children?: ReactNode;
  /** Before the theme switch. */
  end?: ReactNode;
}

/** The line at the top of every page. */
export function TopBar({ start, children, end }: TopBarProps) {
  return (
    <header className={styles.bar}>
      {start}
      <Link to="/" className={styles.product} title={frameTexts.home}>
        {frameTexts.product}
      </Link>
      <div className={styles.middle}>{children}</div>
      <div className={styles.end}>
        {end}
        <ThemeSwitch />
      </div>
    </header>
  );
}

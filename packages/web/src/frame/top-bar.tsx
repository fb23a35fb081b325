import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { frameTexts } from "../texts/frame.ts";
import { ClockSwitch } from "./clock-switch.tsx";
import { ThemeSwitch } from "./theme-switch.tsx";
import styles from "./top-bar.module.css";

interface TopBarProps {
  /** Before the name: the button of the navigation on a phone. */
  start?: ReactNode;
  /** Of what is shown. On a phone a line of its own. */
  children?: ReactNode;
  /** Before the switches. */
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
        <ClockSwitch />
        <ThemeSwitch />
      </div>
    </header>
  );
}

import { ActionIcon } from "@mantine/core";
import { IconKeyboard, IconMenu2 } from "@tabler/icons-react";
import { Outlet, useLocation } from "@tanstack/react-router";
import { lazy, Suspense, useState } from "react";
import { useSnapshot } from "../data/snapshot-context.ts";
import { useKeys } from "../keys/use-keys.ts";
import { frameTexts } from "../texts/frame.ts";
import { LiveBar } from "./live-bar.tsx";
import { Navigation } from "./navigation.tsx";
import { SnapshotLine } from "./snapshot-line.tsx";
import { SnapshotOver } from "./snapshot-over.tsx";
import styles from "./snapshot-shell.module.css";
import { TopBar } from "./top-bar.tsx";

const KeyHelp = lazy(() => import("./key-help.tsx").then((module) => ({ default: module.KeyHelp })));

/** Top line, navigation and the page. On a phone the navigation covers the page and leaves when a page is chosen. */
export function SnapshotShell() {
  const { snapshot } = useSnapshot();
  const [helping, setHelping] = useState(false);
  const path = useLocation({ select: (location) => location.pathname });
  // Open on this very path: choosing another page closes it.
  const [openOn, setOpenOn] = useState("");
  const navigating = openOn === path;
  useKeys({ "?": () => setHelping(true), Escape: navigating ? () => setOpenOn("") : undefined });
  const over = snapshot.state === "FAILED" || snapshot.state === "TRASHED" || snapshot.state === "EXPIRED";
  const name = navigating ? frameTexts.closeNavigation : frameTexts.openNavigation;
  return (
    <div className={styles.shell}>
      <a className={styles.skip} href="#content">
        {frameTexts.skip}
      </a>
      <TopBar
        start={
          <ActionIcon
            className={styles.burger}
            aria-label={name}
            aria-expanded={navigating}
            aria-controls="navigation"
            onClick={() => setOpenOn(navigating ? "" : path)}
          >
            <IconMenu2 size={18} aria-hidden />
          </ActionIcon>
        }
        end={
          <ActionIcon
            className={styles.help}
            aria-label={frameTexts.help}
            title={frameTexts.help}
            onClick={() => setHelping(true)}
          >
            <IconKeyboard size={18} aria-hidden />
          </ActionIcon>
        }
      >
        <SnapshotLine />
      </TopBar>
      <nav id="navigation" className={styles.rail} data-open={navigating} aria-label={frameTexts.navigation}>
        <Navigation />
      </nav>
      <main id="content" className={styles.content} tabIndex={-1}>
        <LiveBar />
        {over ? <SnapshotOver /> : <Outlet />}
      </main>
      {helping && (
        <Suspense>
          <KeyHelp onClose={() => setHelping(false)} />
        </Suspense>
      )}
    </div>
  );
}

import { ActionIcon } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import { IconKeyboard, IconMenu2 } from "@tabler/icons-react";
import { Outlet, useLocation } from "@tanstack/react-router";
import { lazy, Suspense, useState } from "react";
import { useSnapshot } from "../data/snapshot-context.ts";
import { useKeys } from "../keys/use-keys.ts";
import { SkeletonLines } from "../parts/skeleton-lines.tsx";
import { parseObjectRef } from "../place/object-ref.ts";
import { OpensContext } from "../place/opens-context.ts";
import { useRouteWords } from "../place/use-route-words.ts";
import { useSearch } from "../place/use-search.ts";
import { drawerTexts } from "../texts/drawer.ts";
import { frameTexts } from "../texts/frame.ts";
import { logTexts } from "../texts/logs.ts";
import { LiveBar } from "./live-bar.tsx";
import { Navigation } from "./navigation.tsx";
import { SnapshotLine } from "./snapshot-line.tsx";
import { SnapshotOver } from "./snapshot-over.tsx";
import styles from "./snapshot-shell.module.css";
import { TopBar } from "./top-bar.tsx";

const KeyHelp = lazy(() => import("./key-help.tsx").then((module) => ({ default: module.KeyHelp })));
const ObjectDrawer = lazy(() =>
  import("../drawer/object-drawer.tsx").then((module) => ({ default: module.ObjectDrawer })),
);
const LogsDrawer = lazy(() =>
  import("../logs-drawer/logs-drawer.tsx").then((module) => ({ default: module.LogsDrawer })),
);

/** Top line, navigation, the page, an object beside it, logs below. On a phone the navigation covers the page and leaves when a page is chosen. */
export function SnapshotShell() {
  const { snapshot } = useSnapshot();
  const [helping, setHelping] = useState(false);
  const path = useLocation({ select: (location) => location.pathname });
  // Open on this very path: choosing another page closes it.
  const [openOn, setOpenOn] = useState("");
  const navigating = openOn === path;
  useKeys({ "?": () => setHelping(true), Escape: navigating ? () => setOpenOn("") : undefined });
  const [search] = useSearch();
  const wide = useMediaQuery("(min-width: 1100px)", false, { getInitialValueInEffect: false }) ?? false;
  const isObjectPage = useRouteWords("name").name !== "";
  const opened = isObjectPage ? undefined : parseObjectRef(search.open);
  const logged = parseObjectRef(search.log);
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
      <OpensContext value={wide && !isObjectPage ? "drawer" : "page"}>
        <main id="content" className={styles.content} tabIndex={-1}>
          <LiveBar />
          {over ? <SnapshotOver /> : <Outlet />}
        </main>
        {opened && !over && (
          <aside className={styles.drawer} aria-label={drawerTexts.title}>
            <Suspense fallback={<SkeletonLines />}>
              <ObjectDrawer target={opened} />
            </Suspense>
          </aside>
        )}
        {logged && !over && (
          <section className={styles.logs} aria-label={logTexts.title}>
            <Suspense fallback={<SkeletonLines />}>
              <LogsDrawer target={logged} />
            </Suspense>
          </section>
        )}
      </OpensContext>
      {helping && (
        <Suspense>
          <KeyHelp onClose={() => setHelping(false)} />
        </Suspense>
      )}
    </div>
  );
}

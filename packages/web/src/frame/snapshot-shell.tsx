import { ActionIcon } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import { IconKeyboard, IconMenu2 } from "@tabler/icons-react";
import { Outlet, useLocation } from "@tanstack/react-router";
import { useState } from "react";
import { useSnapshot } from "../data/snapshot-context.ts";
import { DrawerFrame } from "../drawer/drawer-frame.tsx";
import { useKeys } from "../keys/use-keys.ts";
import { useModKey } from "../keys/use-mod-key.ts";
import { LogsFrame } from "../logs-drawer/logs-frame.tsx";
import { useBase } from "../place/base-context.ts";
import { parseObjectRef } from "../place/object-ref.ts";
import { OpensContext } from "../place/opens-context.ts";
import { useRouteWords } from "../place/use-route-words.ts";
import { useSearch } from "../place/use-search.ts";
import { frameTexts } from "../texts/frame.ts";
import { Announcer } from "./announcer.tsx";
import { LinkSteps } from "./link-steps.tsx";
import { LiveActions } from "./live-actions.tsx";
import { LiveStrip } from "./live-strip.tsx";
import { NamespacePicker } from "./namespace-picker.tsx";
import { Navigation } from "./navigation.tsx";
import { Neighbours } from "./neighbours.tsx";
import { PalettePart } from "./palette-part.tsx";
import { PartBoundary } from "./part-boundary.tsx";
import { frameParts } from "./parts.ts";
import { ReachStrip } from "./reach-strip.tsx";
import { SearchButton } from "./search-button.tsx";
import { SnapshotLine } from "./snapshot-line.tsx";
import { SnapshotOver } from "./snapshot-over.tsx";
import styles from "./snapshot-shell.module.css";
import { TopBar } from "./top-bar.tsx";
import { useDrawerFocus } from "./use-drawer-focus.ts";
import { useRememberObject } from "./use-remember-object.ts";

/** Top line, navigation, the page, an object beside it, logs below. On a phone the navigation covers the page and leaves when a page is chosen. */
export function SnapshotShell() {
  const { snapshot } = useSnapshot();
  const base = useBase();
  const [above, setAbove] = useState<"nothing" | "help" | "namespaces" | "palette" | "commands">("nothing");
  const close = () => setAbove("nothing");
  const path = useLocation({ select: (location) => location.pathname });
  // Open on this very path: choosing another page closes it.
  const [openOn, setOpenOn] = useState("");
  const navigating = openOn === path;
  useKeys({
    "?": () => setAbove("help"),
    ":": () => setAbove("commands"),
    Escape: navigating ? () => setOpenOn("") : undefined,
  });
  useModKey("k", () => setAbove("palette"));
  const [search] = useSearch();
  const wide = useMediaQuery("(min-width: 1100px)", false, { getInitialValueInEffect: false }) ?? false;
  const words = useRouteWords("group", "plural", "namespace", "name");
  const isObjectPage = words.name !== "";
  const opened = isObjectPage ? undefined : parseObjectRef(search.open);
  const { drawer, focusDrawer } = useDrawerFocus(opened !== undefined);
  const onPage = Object.values(words).join("/");
  useRememberObject(isObjectPage ? parseObjectRef(onPage) : opened);
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
          <>
            <NamespacePicker
              open={above === "namespaces"}
              onOpen={(open) => setAbove((now) => (open ? "namespaces" : now === "namespaces" ? "nothing" : now))}
            />
            <SearchButton onOpen={() => setAbove("palette")} />
            {base.by === "id" && <Neighbours />}
            <ActionIcon
              className={styles.help}
              aria-label={frameTexts.help}
              title={frameTexts.help}
              onClick={() => setAbove("help")}
            >
              <IconKeyboard size={18} aria-hidden />
            </ActionIcon>
          </>
        }
      >
        <SnapshotLine />
      </TopBar>
      <nav id="navigation" className={styles.rail} data-open={navigating} aria-label={frameTexts.navigation}>
        <Navigation />
      </nav>
      <OpensContext value={wide && !isObjectPage ? "drawer" : "page"}>
        <main id="content" className={styles.content} tabIndex={-1}>
          {over ? <SnapshotOver /> : <Outlet />}
          <div className={styles.strips}>
            <LiveStrip />
            <ReachStrip />
            {base.by === "link" && <LinkSteps />}
          </div>
        </main>
        {opened && !over && (
          <DrawerFrame ref={drawer}>
            <PartBoundary resetKey={search.open}>
              <frameParts.objectDrawer target={opened} />
            </PartBoundary>
          </DrawerFrame>
        )}
        {logged && !over && (
          <LogsFrame>
            <PartBoundary resetKey={search.log}>
              <frameParts.logsDrawer target={logged} />
            </PartBoundary>
          </LogsFrame>
        )}
        {(above === "palette" || above === "commands") && (
          <PalettePart commands={above === "commands"} onClose={close} onAbove={setAbove} onDrawer={focusDrawer} />
        )}
        <LiveActions />
      </OpensContext>
      {above === "help" && (
        <PartBoundary resetKey={above} waiting={null}>
          <frameParts.keyHelp onClose={close} />
        </PartBoundary>
      )}
      <Announcer />
    </div>
  );
}

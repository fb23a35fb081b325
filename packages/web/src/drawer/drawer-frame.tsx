import type { CSSProperties, ReactNode, Ref } from "react";
import { drawerTexts } from "../texts/drawer.ts";
import { DrawerEdge } from "./drawer-edge.tsx";
import styles from "./drawer-frame.module.css";
import { useDrawerWidth, usualWidth } from "./use-drawer-width.ts";

/** The place beside the page, as wide as the reader made it. On narrow screens it covers the page. */
export function DrawerFrame({ children, ref }: { children: ReactNode; ref: Ref<HTMLElement> }) {
  const [width, setWidth] = useDrawerWidth();
  const style: CSSProperties & Record<`--${string}`, string> =
    width === undefined ? {} : { "--kubin-drawer-width": `${width}px` };
  return (
    <aside ref={ref} tabIndex={-1} className={styles.drawer} style={style} aria-label={drawerTexts.title}>
      <DrawerEdge width={width ?? usualWidth()} onWidth={setWidth} />
      {children}
    </aside>
  );
}

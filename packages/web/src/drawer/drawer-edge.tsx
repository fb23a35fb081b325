import { type KeyboardEvent, type PointerEvent, useState } from "react";
import { drawerTexts } from "../texts/drawer.ts";
import styles from "./drawer-frame.module.css";
import { narrowest, widest } from "./use-drawer-width.ts";

interface DrawerEdgeProps {
  width: number;
  onWidth: (width: number) => void;
}

const step = 32;

/** The edge between page and drawer: drag it, or move it by the arrow keys. */
export function DrawerEdge({ width, onWidth }: DrawerEdgeProps) {
  const [dragged, setDragged] = useState(false);
  const byKey = (event: KeyboardEvent) => {
    const wanted = { ArrowLeft: width + step, ArrowRight: width - step, Home: narrowest, End: widest() }[event.key];
    if (wanted === undefined) return;
    event.preventDefault();
    onWidth(wanted);
  };
  const drag = (event: PointerEvent) => {
    if (dragged) onWidth(window.innerWidth - event.clientX);
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a separator that is moved is a widget (WAI-ARIA window splitter); hr is none
    <div
      role="separator"
      aria-orientation="vertical"
      aria-label={drawerTexts.edge}
      aria-valuenow={width}
      aria-valuemin={narrowest}
      aria-valuemax={widest()}
      tabIndex={0}
      title={drawerTexts.edge}
      className={styles.edge}
      data-dragged={dragged}
      onKeyDown={byKey}
      onPointerDown={(event) => {
        event.preventDefault();
        event.currentTarget.setPointerCapture(event.pointerId);
        setDragged(true);
      }}
      onPointerMove={drag}
      onPointerUp={() => setDragged(false)}
      onPointerCancel={() => setDragged(false)}
    />
  );
}

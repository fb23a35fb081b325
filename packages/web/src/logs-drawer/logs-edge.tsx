import { type KeyboardEvent, useState } from "react";
import { logsDrawerTexts } from "../texts/logs-drawer.ts";
import styles from "./logs-frame.module.css";
import { highest, lowest } from "./use-logs-height.ts";

interface LogsEdgeProps {
  height: number;
  onHeight: (height: number) => void;
}

const step = 32;

/** The edge between page and logs: drag it, or move it by the arrow keys. */
export function LogsEdge({ height, onHeight }: LogsEdgeProps) {
  const [dragged, setDragged] = useState(false);
  const byKey = (event: KeyboardEvent) => {
    const wanted = { ArrowUp: height + step, ArrowDown: height - step, Home: lowest, End: highest() }[event.key];
    if (wanted === undefined) return;
    event.preventDefault();
    onHeight(wanted);
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a separator that is moved is a widget (WAI-ARIA window splitter); hr is none
    <div
      role="separator"
      aria-orientation="horizontal"
      aria-label={logsDrawerTexts.edge}
      aria-valuenow={height}
      aria-valuemin={lowest}
      aria-valuemax={highest()}
      tabIndex={0}
      title={logsDrawerTexts.edge}
      className={styles.edge}
      data-dragged={dragged}
      onKeyDown={byKey}
      onPointerDown={(event) => {
        event.preventDefault();
        event.currentTarget.setPointerCapture(event.pointerId);
        setDragged(true);
      }}
      onPointerMove={(event) => dragged && onHeight(window.innerHeight - event.clientY)}
      onPointerUp={() => setDragged(false)}
      onPointerCancel={() => setDragged(false)}
    />
  );
}

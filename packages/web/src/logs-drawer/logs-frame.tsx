import type { CSSProperties, ReactNode } from "react";
import { useSearch } from "../place/use-search.ts";
import { logsDrawerTexts } from "../texts/logs-drawer.ts";
import { LogsEdge } from "./logs-edge.tsx";
import styles from "./logs-frame.module.css";
import { useLogsHeight } from "./use-logs-height.ts";

/** The place of the logs below the page, as high as the reader made it. On narrow screens it covers the page. */
export function LogsFrame({ children }: { children: ReactNode }) {
  const [{ logbig }] = useSearch();
  const [height, setHeight] = useLogsHeight();
  const style: CSSProperties & Record<`--${string}`, string> = { "--kubin-logs-height": `${height}px` };
  return (
    <section className={styles.logs} style={style} data-big={logbig === "1"} aria-label={logsDrawerTexts.title}>
      {logbig !== "1" && <LogsEdge height={height} onHeight={setHeight} />}
      {children}
    </section>
  );
}

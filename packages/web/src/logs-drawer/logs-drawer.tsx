import { type KeyboardEvent, useRef } from "react";
import { failureOf } from "../data/failure-of.ts";
import { isTyping, useKeys } from "../keys/use-keys.ts";
import { NotCaptured } from "../pages/object/not-captured.tsx";
import { FailureNotice } from "../parts/failure-notice.tsx";
import { Notice } from "../parts/notice.tsx";
import { SkeletonLines } from "../parts/skeleton-lines.tsx";
import { formatObjectRef, type ObjectRef } from "../place/object-ref.ts";
import { useSearch } from "../place/use-search.ts";
import { logsDrawerTexts } from "../texts/logs-drawer.ts";
import { DrawerContent } from "./drawer-content.tsx";
import { DrawerHead } from "./drawer-head.tsx";
import styles from "./logs-drawer.module.css";
import { useChoice } from "./use-choice.ts";
import { useLoggedPods } from "./use-logged-pods.ts";

/** The logs of the object that `?log=` names, or of its pods; it stays while one walks. */
export function LogsDrawer({ target }: { target: ObjectRef }) {
  const [, change] = useSearch();
  const chosen = useChoice();
  const [choice, set] = chosen;
  const filter = useRef<HTMLInputElement>(null);
  const { pods, error, again } = useLoggedPods(target);
  useKeys({ p: () => set({ runs: choice.runs === "previous" ? "current" : "previous" }) });
  const close = () => change({ log: "", logbig: "" });
  useKeys({ Escape: close }, "last");
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.defaultPrevented || event.altKey || event.metaKey || event.ctrlKey) return;
    if (event.key === "Escape" && !isTyping(event.target)) {
      event.preventDefault();
      close();
    } else if (event.key === "/" && !isTyping(event.target)) {
      event.preventDefault();
      filter.current?.focus();
    }
  };
  const head = { target, chosen, filter, onClose: close };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys that mean the drawer as a whole
    <div className={styles.drawer} onKeyDown={onKeyDown}>
      {pods && pods.length > 0 ? (
        <DrawerContent key={formatObjectRef(target)} head={head} pods={pods} />
      ) : (
        <>
          <DrawerHead {...head} broken={false} />
          {error && failureOf(error).code === "NOT_FOUND" ? (
            <NotCaptured {...target} />
          ) : error ? (
            <FailureNotice error={error} onAgain={again} />
          ) : pods ? (
            <Notice title={logsDrawerTexts.noPods}>{logsDrawerTexts.noPodsWhy}</Notice>
          ) : (
            <SkeletonLines />
          )}
        </>
      )}
    </div>
  );
}

import { titleOf } from "@kubin/schema";
import { use, useEffect } from "react";
import { OpenSnapshotContext } from "../data/snapshot-context.ts";
import { plainText } from "../plain/plain-text.ts";
import { frameTexts } from "../texts/frame.ts";

/** Names the page in the browser's tab and history. */
export function useTitle(title: string): void {
  const open = use(OpenSnapshotContext);
  const cluster = open && titleOf(open.snapshot);
  useEffect(() => {
    document.title = plainText([title, cluster, frameTexts.product].filter(Boolean).join(" · "));
  }, [title, cluster]);
}

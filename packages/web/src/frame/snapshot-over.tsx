import { IconAlertTriangle } from "@tabler/icons-react";
import { useSnapshot } from "../data/snapshot-context.ts";
import { Notice } from "../parts/notice.tsx";
import { plainText } from "../plain/plain-text.ts";
import { stateTexts } from "../texts/states.ts";

/** A snapshot with nothing to see: it failed, with the reason, or it is gone. */
export function SnapshotOver() {
  const { snapshot } = useSnapshot();
  if (snapshot.state === "FAILED") {
    return (
      <Notice isPage title={stateTexts.failed} tone="trouble" icon={<IconAlertTriangle aria-hidden />}>
        {plainText(snapshot.failure ?? stateTexts.failedWhy)}
      </Notice>
    );
  }
  return (
    <Notice isPage title={stateTexts.gone}>
      {snapshot.state === "EXPIRED" ? stateTexts.expired : stateTexts.trashed}
    </Notice>
  );
}

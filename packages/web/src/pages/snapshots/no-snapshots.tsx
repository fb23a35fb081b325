import { IconStack2 } from "@tabler/icons-react";
import { Notice } from "../../parts/notice.tsx";
import { snapshotsTexts } from "../../texts/snapshots.ts";

/** Nothing here: how to make the first one, or that none matches. */
export function NoSnapshots({ filtered }: { filtered: boolean }) {
  if (filtered) return <Notice title={snapshotsTexts.noneMatch} />;
  return (
    <Notice title={snapshotsTexts.none} icon={<IconStack2 aria-hidden />}>
      {snapshotsTexts.noneWhy} <code>{snapshotsTexts.command}</code>
    </Notice>
  );
}

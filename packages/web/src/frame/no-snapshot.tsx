import { IconLinkOff } from "@tabler/icons-react";
import { failureOf } from "../data/failure-of.ts";
import { FailureNotice } from "../parts/failure-notice.tsx";
import { Notice } from "../parts/notice.tsx";
import type { Base } from "../place/place.ts";
import { failureTexts } from "../texts/failures.ts";

interface NoSnapshotProps {
  base: Base;
  error: unknown;
  onAgain: () => void;
}

/** The address leads to no snapshot: gone, never there, or the server is away. */
export function NoSnapshot({ base, error, onAgain }: NoSnapshotProps) {
  const { code } = failureOf(error);
  const gone = code === "NOT_FOUND" || code === "EXPIRED" || code === "UNAUTHENTICATED" || code === "BAD_INPUT";
  if (!gone) return <FailureNotice error={error} onAgain={onAgain} isPage />;
  const byLink = base.by === "link";
  return (
    <Notice
      title={byLink ? failureTexts.linkNotFound : failureTexts.snapshotNotFound}
      tone="trouble"
      isPage
      icon={<IconLinkOff aria-hidden />}
    >
      {byLink ? failureTexts.linkNotFoundWhy : failureTexts.snapshotNotFoundWhy}
    </Notice>
  );
}

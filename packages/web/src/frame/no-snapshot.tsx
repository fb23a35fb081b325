import { IconLinkOff } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { failureOf } from "../data/failure-of.ts";
import { isGone } from "../data/is-gone.ts";
import { FailureNotice } from "../parts/failure-notice.tsx";
import { Notice } from "../parts/notice.tsx";
import { useTitle } from "../parts/use-title.ts";
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
  const words = wordsFor(base, code === "EXPIRED");
  useTitle(isGone(code) ? words.title : "");
  if (!isGone(code)) return <FailureNotice error={error} onAgain={onAgain} isPage />;
  return (
    <Notice
      title={words.title}
      isPage
      icon={<IconLinkOff aria-hidden />}
      actions={base.by === "id" && <Link to="/">{failureTexts.toSnapshots}</Link>}
    >
      {words.why}
    </Notice>
  );
}

function wordsFor(base: Base, expired: boolean) {
  // Who has but the link is not told which of them it is: expired, deleted, revoked, or never there.
  if (base.by === "link") return { title: failureTexts.linkNotFound, why: failureTexts.linkNotFoundWhy };
  if (expired) return { title: failureTexts.snapshotExpired, why: failureTexts.snapshotExpiredWhy };
  return { title: failureTexts.snapshotNotFound, why: failureTexts.snapshotNotFoundWhy };
}

import { Button } from "@mantine/core";
import { IconAlertTriangle, IconPlugConnectedX, IconWifiOff } from "@tabler/icons-react";
import { failureOf } from "../data/failure-of.ts";
import { failureTexts, failureTitles } from "../texts/failures.ts";
import { Notice } from "./notice.tsx";

interface FailureNoticeProps {
  error: unknown;
  onAgain?: () => void;
  /** The page has no other heading. */
  isPage?: boolean;
}

/** What went wrong in words, and a way on. */
export function FailureNotice({ error, onAgain, isPage = false }: FailureNoticeProps) {
  const failure = failureOf(error);
  const away = failure.code === "UNAVAILABLE";
  const offline = away && !navigator.onLine;
  const Icon = offline ? IconWifiOff : away ? IconPlugConnectedX : IconAlertTriangle;
  return (
    <Notice
      title={offline ? failureTexts.offlineTitle : failureTitles[failure.code]}
      tone="trouble"
      isPage={isPage}
      icon={<Icon aria-hidden />}
      actions={onAgain && <Button onClick={onAgain}>{failureTexts.again}</Button>}
    >
      {offline ? failureTexts.offline : away ? failureTexts.away : failure.message || failureTexts.unknown}
    </Notice>
  );
}

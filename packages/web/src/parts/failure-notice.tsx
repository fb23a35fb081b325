import { Button } from "@mantine/core";
import { IconAlertTriangle, IconDatabaseOff, IconPlugConnectedX, IconWifiOff } from "@tabler/icons-react";
import { type Failure, failureOf } from "../data/failure-of.ts";
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
  const words = wordsOf(failure);
  return (
    <Notice
      title={words.title}
      tone="trouble"
      isPage={isPage}
      icon={<words.icon aria-hidden />}
      actions={onAgain && <Button onClick={onAgain}>{failureTexts.again}</Button>}
    >
      {words.why}
    </Notice>
  );
}

function wordsOf({ code, message, answered }: Failure) {
  const title = failureTitles[code];
  if (code !== "UNAVAILABLE") return { title, why: message || failureTexts.unknown, icon: IconAlertTriangle };
  if (!navigator.onLine) return { title: failureTexts.offlineTitle, why: failureTexts.offline, icon: IconWifiOff };
  if (!answered) return { title, why: failureTexts.away, icon: IconPlugConnectedX };
  return { title: failureTexts.engineTitle, why: failureTexts.engine(message), icon: IconDatabaseOff };
}

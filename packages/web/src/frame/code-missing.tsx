import { Button } from "@mantine/core";
import { IconPlugConnectedX, IconRefresh, IconWifiOff } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useRouter } from "@tanstack/react-router";
import { useEffect, useRef } from "react";
import { Notice } from "../parts/notice.tsx";
import { Waiting } from "../parts/waiting.tsx";
import { failureTexts, failureTitles } from "../texts/failures.ts";

const askAgainMs = 3_000;

/**
 * A piece of the app did not come. Either nothing answers: then it is fetched again as soon as something does. Or the
 * server was updated and has it no more: only a fresh page helps.
 */
export function CodeMissing({ onAgain }: { onAgain: (() => void) | undefined }) {
  const router = useRouter();
  const { data: answers } = useQuery({
    queryKey: ["answers"],
    queryFn: ({ signal }) => isAnswering(signal),
    staleTime: 0,
    gcTime: 0,
    refetchInterval: ({ state }) => (state.data === true ? false : askAgainMs),
  });
  const wasAway = useRef(false);
  useEffect(() => {
    if (answers === false) wasAway.current = true;
    if (answers !== true || !wasAway.current) return;
    onAgain?.();
    void router.invalidate();
  }, [answers, onAgain, router]);
  if (answers === undefined) return <Waiting />;
  const words = answers
    ? { title: failureTexts.updated, why: failureTexts.updatedWhy, icon: <IconRefresh aria-hidden /> }
    : navigator.onLine
      ? { title: failureTitles.UNAVAILABLE, why: failureTexts.away, icon: <IconPlugConnectedX aria-hidden /> }
      : { title: failureTexts.offlineTitle, why: failureTexts.offline, icon: <IconWifiOff aria-hidden /> };
  return (
    <Notice
      title={words.title}
      icon={words.icon}
      isPage
      actions={answers && <Button onClick={() => window.location.reload()}>{failureTexts.reload}</Button>}
    >
      {words.why}
    </Notice>
  );
}

async function isAnswering(signal: AbortSignal): Promise<boolean> {
  try {
    return (await fetch("/healthz", { signal, cache: "no-store" })).ok;
  } catch {
    return false;
  }
}

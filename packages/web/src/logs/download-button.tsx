import { Button } from "@mantine/core";
import { IconDownload, IconX } from "@tabler/icons-react";
import { useEffect, useRef, useState } from "react";
import { failureOf } from "../data/failure-of.ts";
import { countText } from "../plain/count-text.ts";
import { saveBlob } from "../plain/save-text.ts";
import { logTexts } from "../texts/logs.ts";

interface DownloadButtonProps {
  fileName: string;
  /** Where the file is not the only one. */
  label?: string;
  /** Makes the file; stopped by the signal. */
  make: (opts: { signal: AbortSignal; onProgress: (lines: number, total: number) => void }) => Promise<Blob>;
}

/** Makes a file of lines in the page: says how far it is, and can be stopped. */
export function DownloadButton({ fileName, label = logTexts.download, make }: DownloadButtonProps) {
  const [state, setState] = useState<{ lines: number; total: number } | { failed: string }>();
  const running = useRef<AbortController>(undefined);
  useEffect(() => () => running.current?.abort(), []);
  const busy = state !== undefined && "lines" in state;
  const start = async () => {
    const control = new AbortController();
    running.current = control;
    setState({ lines: 0, total: 0 });
    try {
      const file = await make({
        signal: control.signal,
        onProgress: (lines, total) => setState({ lines, total }),
      });
      if (!control.signal.aborted) saveBlob(fileName, file);
      setState(undefined);
    } catch (error) {
      setState(control.signal.aborted ? undefined : { failed: failureOf(error).message || logTexts.downloadFailed });
    }
  };
  return (
    <>
      <Button
        leftSection={busy ? <IconX size={14} aria-hidden /> : <IconDownload size={14} aria-hidden />}
        onClick={() => (busy ? running.current?.abort() : void start())}
      >
        {busy ? logTexts.stopDownload(countText(state.lines), countText(state.total)) : label}
      </Button>
      {state && "failed" in state && <span role="alert">{state.failed}</span>}
    </>
  );
}

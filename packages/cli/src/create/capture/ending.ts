/** Why a capture ends before everything was asked for. */
export type EndReason = "stopped" | "time";

/** The common end of all questions to the cluster. What was read till then is kept. */
export interface Ending extends Disposable {
  signal: AbortSignal;
  /** Undefined while it goes on. */
  reason(): EndReason | undefined;
}

interface OpenEnding {
  /** The time for all, ms. */
  limitMs: number;
  /** Aborted when the person asks for the end (Ctrl-C once). */
  stop: AbortSignal;
}

export function openEnding({ limitMs, stop }: OpenEnding): Ending {
  const controller = new AbortController();
  let reason: EndReason | undefined;
  const end = (why: EndReason) => {
    reason ??= why;
    controller.abort(new CaptureEnded(why));
  };
  const timer = setTimeout(() => end("time"), limitMs);
  const onStop = () => end("stopped");
  if (stop.aborted) onStop();
  else stop.addEventListener("abort", onStop, { once: true });
  return {
    signal: controller.signal,
    reason: () => reason,
    [Symbol.dispose]() {
      clearTimeout(timer);
      stop.removeEventListener("abort", onStop);
    },
  };
}

/** What questions throw once the capture is to end. */
export class CaptureEnded extends Error {
  readonly why: EndReason;
  constructor(why: EndReason) {
    super(`The capture ends: ${why}`);
    this.why = why;
  }
}

/** For the coverage: why something was not asked for, or not to its end. */
export function endWords(reason: EndReason): string {
  return reason === "time" ? "The time for the whole capture was over." : "The capture was stopped with Ctrl-C.";
}

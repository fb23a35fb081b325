import { use, useMemo } from "react";
import { OpenSnapshotContext } from "../data/snapshot-context.ts";
import { clockText } from "../logs/clock-text.ts";
import { dayText } from "../logs/day-text.ts";
import { asOf } from "./as-of.ts";
import { timeHint } from "./time-hint.ts";
import { timeText } from "./time-text.ts";
import { type TimeZone, useTimeZone } from "./time-zone.ts";

export interface Times {
  zone: TimeZone;
  /** `23 Nov 2026 10:44 UTC` */
  text: (at: string, precision?: "minutes" | "seconds") => string;
  /** `10:44:03.120` */
  clock: (at: string | undefined) => string;
  /** `23 Nov` */
  day: (at: string | undefined) => string;
  /** For `title`: UTC, the reader's clock, and relative to the capture. */
  hint: (at: string) => string;
}

/** How to write times on the page: all by the clock that was chosen in the top bar. */
export function useTimes(): Times {
  const zone = useTimeZone();
  const open = use(OpenSnapshotContext);
  const captured = open && asOf(open.snapshot);
  return useMemo(
    () => ({
      zone,
      text: (at, precision = "minutes") => timeText(at, { zone, precision }),
      clock: (at) => clockText(at, zone),
      day: (at) => dayText(at, zone),
      hint: (at) => timeHint(at, captured),
    }),
    [zone, captured],
  );
}

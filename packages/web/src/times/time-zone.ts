import { createContext, use } from "react";

/** The clock that times are written by. */
export type TimeZone = "utc" | "local";

export interface TimeZoneChoice {
  zone: TimeZone;
  choose: (zone: TimeZone) => void;
}

export const TimeZoneContext = createContext<TimeZoneChoice>({ zone: "utc", choose: () => undefined });

/** UTC or the reader's own clock, as chosen in the top bar. Most callers want `useTimes` instead. */
export function useTimeZone(): TimeZone {
  return use(TimeZoneContext).zone;
}

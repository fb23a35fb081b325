import { type ReactNode, useCallback, useMemo, useState } from "react";
import { recall, remember } from "../plain/remember.ts";
import { type TimeZone, TimeZoneContext } from "./time-zone.ts";

const remembered = "kubin-clock";

/** Gives all below the clock that was chosen, here or on an earlier visit. */
export function TimeZoneProvider({ children }: { children: ReactNode }) {
  const [zone, setZone] = useState<TimeZone>(() => (recall(remembered) === "local" ? "local" : "utc"));
  const choose = useCallback((chosen: TimeZone) => {
    setZone(chosen);
    remember(remembered, chosen);
  }, []);
  const value = useMemo(() => ({ zone, choose }), [zone, choose]);
  return <TimeZoneContext value={value}>{children}</TimeZoneContext>;
}

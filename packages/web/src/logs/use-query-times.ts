import { spellTime, spellTimes } from "@kubin/logs";
import { useMemo } from "react";
import { useSnapshot } from "../data/snapshot-context.ts";
import { useTimeZone } from "../times/time-zone.ts";

interface QueryTimes {
  /** A query as it is shown: what it says in UTC without saying so must not look like the reader's clock. */
  shown: (query: string) => string;
  /** A query as it is sent and stands in links: typed by the clock that is shown, with its zone. */
  sent: (query: string) => string;
  /** One time as typed, with its zone. */
  time: (typed: string) => string;
}

const inUtc = () => 0;
const byReader = (at: number) => -new Date(at).getTimezoneOffset();
const asItIs = (query: string) => query;

/** Times in queries by the clock that is shown. Without a zone they are UTC to the server and to whoever gets the link. */
export function useQueryTimes(): QueryTimes {
  const zone = useTimeZone();
  const { snapshot } = useSnapshot();
  return useMemo(() => {
    const capturedAt = snapshot.capturedAt === undefined ? undefined : new Date(snapshot.capturedAt);
    const clock = { capturedAt, aheadMin: zone === "utc" ? inUtc : byReader };
    const time = (typed: string) => spellTime(typed, clock);
    if (zone === "utc") return { shown: asItIs, sent: asItIs, time };
    return {
      shown: (query) => spellTimes(query, { capturedAt, aheadMin: inUtc }),
      sent: (query) => spellTimes(query, clock),
      time,
    };
  }, [zone, snapshot.capturedAt]);
}

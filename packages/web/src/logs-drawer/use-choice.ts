import { useMediaQuery } from "@mantine/hooks";
import { useCallback, useMemo } from "react";
import { useSearch } from "../place/use-search.ts";
import { type LogChoice, lookText, readChoice } from "./log-choice.ts";
import { rangeText } from "./log-range.ts";

const runWords = { current: "", previous: "1", both: "both" } as const;

/** What is chosen in the drawer, and a way to change some of it. The URL holds it. */
export function useChoice(): [LogChoice, (change: Partial<LogChoice>) => void] {
  const [search, change] = useSearch();
  const narrow = useMediaQuery("(max-width: 760px)", false, { getInitialValueInEffect: false }) ?? false;
  const choice = useMemo(() => readChoice(search, narrow), [search, narrow]);
  const set = useCallback(
    ({ pods, containers, runs, filter, look, lanes, from, ...rest }: Partial<LogChoice>) =>
      change({
        ...(pods && { logpods: pods.join(",") }),
        ...(containers && { logc: containers.join(",") }),
        ...(runs && { logp: runWords[runs] }),
        ...(filter !== undefined && { logq: filter }),
        ...("level" in rest && { logl: rest.level ?? "" }),
        ...("range" in rest && { logt: rangeText(rest.range) }),
        ...(look && { logv: lookText(look) }),
        ...(lanes !== undefined && { loglanes: lanes ? "1" : "" }),
        ...(from && { logat: from === "first" ? "first" : "" }),
      }),
    [change],
  );
  return [choice, set];
}

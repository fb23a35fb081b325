import { type Query, unknownFields } from "@kubin/logs";
import { Button } from "@mantine/core";
import { hitTerms } from "../logs/message/hit-terms.ts";
import { Name } from "../parts/name.tsx";
import { Notice } from "../parts/notice.tsx";
import { logsDrawerTexts } from "../texts/logs-drawer.ts";
import { useTimes } from "../times/use-times.ts";
import type { LogChoice } from "./log-choice.ts";
import { rangeWords } from "./range-words.ts";

interface NothingMatchesProps {
  choice: LogChoice;
  filter: Query;
  onChange: (change: Partial<LogChoice>) => void;
}

/** What leaves no line: each of it with one click that takes it back. */
export function NothingMatches({ choice, filter, onChange }: NothingMatchesProps) {
  const times = useTimes();
  const { range, level } = choice;
  const { clearFilter, clearLevel, clearRange, atLeast, nothingBy, nothingWhy } = logsDrawerTexts;
  const words = choice.filter.trim();
  const limits = [
    words !== "" && { by: nothingBy.filter, what: words, clear: clearFilter, change: { filter: "" } },
    level && { by: nothingBy.level, what: atLeast[level] ?? level, clear: clearLevel, change: { level: undefined } },
    range && {
      by: nothingBy.range,
      what: rangeWords(range, (at) => times.text(at, "seconds")),
      clear: clearRange,
      change: { range: undefined },
    },
  ].flatMap((limit) => limit || []);
  return (
    <Notice
      title={logsDrawerTexts.nothing}
      actions={
        <>
          {limits.map(({ clear, change }) => (
            <Button key={clear} onClick={() => onChange(change)}>
              {clear}
            </Button>
          ))}
          {limits.length > 1 && (
            <Button onClick={() => onChange({ filter: "", range: undefined, level: undefined })}>
              {logsDrawerTexts.clearAll}
            </Button>
          )}
        </>
      }
    >
      {limits.map(({ by, what }) => (
        <p key={by}>
          {by} <Name text={what} />
        </p>
      ))}
      {unknownFields(filter).map((said) => (
        <p key={said}>{said}</p>
      ))}
      {hitTerms(filter).some(({ whole }) => whole) && nothingWhy}
    </Notice>
  );
}

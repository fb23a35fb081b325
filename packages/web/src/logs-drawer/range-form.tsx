import { Button, TextInput } from "@mantine/core";
import { useState } from "react";
import { useSnapshot } from "../data/snapshot-context.ts";
import { useQueryTimes } from "../logs/use-query-times.ts";
import type { TimeRange } from "../parts/time-bars.tsx";
import { logsDrawerTexts } from "../texts/logs-drawer.ts";
import { asOf } from "../times/as-of.ts";
import styles from "./drawer-head.module.css";
import { readRange } from "./log-choice.ts";

/** A range of time, typed; what names no zone is of the clock that is shown. */
export function RangeForm({ range, onRange }: { range: TimeRange | undefined; onRange: (range: TimeRange) => void }) {
  const [from, setFrom] = useState(range?.from ?? "");
  const [to, setTo] = useState(range?.to ?? "");
  const { time } = useQueryTimes();
  const { snapshot } = useSnapshot();
  const read = readRange(`${time(from.trim())}..${time(to.trim())}`);
  const hint = logsDrawerTexts.rangeHint(asOf(snapshot).replace(/\.\d+Z$/, "Z"));
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (read) onRange(read);
      }}
    >
      <TextInput
        label={logsDrawerTexts.rangeFrom}
        placeholder={hint}
        value={from}
        onChange={(event) => setFrom(event.currentTarget.value)}
      />
      <TextInput
        label={logsDrawerTexts.rangeTo}
        placeholder={hint}
        value={to}
        onChange={(event) => setTo(event.currentTarget.value)}
      />
      <Button type="submit" disabled={!read}>
        {logsDrawerTexts.rangeSet}
      </Button>
    </form>
  );
}

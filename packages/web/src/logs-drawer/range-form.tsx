import { Button, TextInput } from "@mantine/core";
import { useState } from "react";
import type { TimeRange } from "../parts/time-bars.tsx";
import { logsDrawerTexts } from "../texts/logs-drawer.ts";
import styles from "./drawer-head.module.css";
import { readRange } from "./log-choice.ts";

/** A range of time, typed. */
export function RangeForm({ range, onRange }: { range: TimeRange | undefined; onRange: (range: TimeRange) => void }) {
  const [from, setFrom] = useState(range?.from ?? "");
  const [to, setTo] = useState(range?.to ?? "");
  const read = readRange(`${from.trim()}..${to.trim()}`);
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
        placeholder={logsDrawerTexts.rangeHint}
        value={from}
        onChange={(event) => setFrom(event.currentTarget.value)}
      />
      <TextInput
        label={logsDrawerTexts.rangeTo}
        placeholder={logsDrawerTexts.rangeHint}
        value={to}
        onChange={(event) => setTo(event.currentTarget.value)}
      />
      <Button type="submit" disabled={!read}>
        {logsDrawerTexts.rangeSet}
      </Button>
    </form>
  );
}

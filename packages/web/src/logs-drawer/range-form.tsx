import { Button, TextInput } from "@mantine/core";
import { useState } from "react";
import { useSnapshot } from "../data/snapshot-context.ts";
import { useQueryTimes } from "../logs/use-query-times.ts";
import { logsDrawerTexts } from "../texts/logs-drawer.ts";
import { asOf } from "../times/as-of.ts";
import styles from "./drawer-head.module.css";
import { type LogRange, rangeBetween } from "./log-range.ts";

interface RangeFormProps {
  range: LogRange | undefined;
  onRange: (range: LogRange | undefined) => void;
}

/** A range of time, typed, perhaps with one end alone; what names no zone is of the clock that is shown. */
export function RangeForm({ range, onRange }: RangeFormProps) {
  const [from, setFrom] = useState(range?.from ?? "");
  const [to, setTo] = useState(range?.to ?? "");
  const [refused, setRefused] = useState<"from" | "to" | "order">();
  const { time } = useQueryTimes();
  const { snapshot } = useSnapshot();
  const hint = logsDrawerTexts.rangeHint(asOf(snapshot).replace(/\.\d+Z$/, "Z"));
  const { rangeFrom, rangeTo, rangeOpenFrom, rangeOpenTo, rangeSet, noTime, rangeOrder } = logsDrawerTexts;
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        const read = rangeBetween(time(from.trim()), time(to.trim()));
        if (typeof read === "string") setRefused(read);
        else onRange(read);
      }}
    >
      <TextInput
        label={rangeFrom}
        description={rangeOpenFrom}
        placeholder={hint}
        value={from}
        error={refused === "from" && noTime}
        onChange={(event) => {
          setFrom(event.currentTarget.value);
          setRefused(undefined);
        }}
      />
      <TextInput
        label={rangeTo}
        description={rangeOpenTo}
        placeholder={hint}
        value={to}
        error={refused === "order" ? rangeOrder : refused === "to" && noTime}
        onChange={(event) => {
          setTo(event.currentTarget.value);
          setRefused(undefined);
        }}
      />
      <Button type="submit">{rangeSet}</Button>
    </form>
  );
}

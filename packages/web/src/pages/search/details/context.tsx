import type { LogLine } from "@kubin/schema";
import { useState } from "react";
import { Choice } from "../../../parts/choice.tsx";
import { logTexts } from "../../../texts/logs.ts";
import { Around } from "./around.tsx";
import styles from "./details.module.css";
import { Moment } from "./moment.tsx";

const among = ["stream", "pod", "workload"] as const;
const options = among.map((value) => ({ value, name: logTexts.contexts[value] }));

/** What stands around a line: in its own log, or by time in all logs of its pod or workload. */
export function Context({ hit }: { hit: LogLine }) {
  const [shown, setShown] = useState<(typeof among)[number]>("stream");
  const choice = (
    <Choice
      label={logTexts.around}
      value={shown}
      options={options}
      onChange={(value) => setShown(among.find((one) => one === value) ?? "stream")}
    />
  );
  // A line without a time is at no moment.
  const head = hit.at === undefined ? <h2>{logTexts.around}</h2> : choice;
  return (
    <div className={styles.pane}>
      {shown === "stream" ? (
        <Around hit={hit} head={head} />
      ) : (
        <Moment key={shown} hit={hit} among={shown} head={head} />
      )}
    </div>
  );
}

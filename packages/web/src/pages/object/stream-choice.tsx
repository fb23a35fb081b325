import type { LogStream } from "@kubin/schema";
import { Button } from "@mantine/core";
import { useSearch } from "../../place/use-search.ts";
import { logTexts } from "../../texts/logs.ts";
import { objectTexts } from "../../texts/object.ts";
import styles from "./pod-logs.module.css";

/** One button a captured log of the pod. */
export function StreamChoice({ streams, shown }: { streams: readonly LogStream[]; shown: LogStream }) {
  const [, change] = useSearch();
  return (
    <fieldset className={styles.streams} aria-label={objectTexts.streams} style={{ border: 0, margin: 0, padding: 0 }}>
      {streams.map((one) => {
        const current = one.container === shown.container && one.source === shown.source;
        return (
          <Button
            key={`${one.container} ${one.source}`}
            variant={current ? "light" : "default"}
            aria-pressed={current}
            onClick={() => change({ container: one.container, source: one.source, line: "" })}
          >
            {one.source === "previous" ? `${one.container} · ${logTexts.runs.previous}` : one.container}
          </Button>
        );
      })}
    </fieldset>
  );
}

import type { RawLog } from "../../../src/testbed/make-parts.ts";
import type { MustGather } from "./open-corpus.ts";

/** The logs of all must-gathers as those of one cluster: two clusters may have pods of one name. */
export function allLogs(mustGathers: readonly MustGather[]): { logs: RawLog[]; lines: number; bytes: number } {
  const logs = mustGathers.flatMap((one, cluster) =>
    one.logs.map(({ stream, raw, lines }) => ({
      stream: cluster === 0 ? stream : { ...stream, pod: `${stream.pod}-c${cluster}` },
      raw,
      lines,
    })),
  );
  const sum = (of: (log: RawLog) => number) => logs.reduce((all, log) => all + of(log), 0);
  return { logs, lines: sum(({ lines }) => lines), bytes: sum(({ raw }) => raw.length) };
}

import type { levels } from "@kubin/schema";

export interface CompletionOption {
  insert: string;
  label: string;
  detail: string;
}

const option = (insert: string, detail: string): CompletionOption => ({ insert, label: insert, detail });

/** Names before a colon, the most used first. */
export const fieldOptions: readonly CompletionOption[] = [
  option("level:", "how bad: level:>=warn"),
  option("ns:", "the namespace; * for any characters"),
  option("namespace:", "the namespace; * for any characters"),
  option("pod:", "the pod: pod:web-*"),
  option("container:", "the container in the pod"),
  option("workload:", "pods of a Deployment, Job…: workload:deploy/web"),
  option("node:", "pods on a node"),
  option("logger:", "who in the program wrote the line"),
  option("status:", "HTTP status: status:>=500"),
  option("method:", "HTTP method: method:get"),
  option("path:", "HTTP path: path:/api/*"),
  option("duration:", "how long it took: duration:>1s"),
  option("trace:", "id of a trace"),
  option("span:", "id of a span"),
  option("caller:", "where in the source: caller:reflector.go*"),
  option("format:", "how the line is written: format:json"),
  option("is:", "the current run of the container, or the one before"),
  option("after:", "not before this time: after:10:14"),
  option("before:", "before this time: before:10:14:30"),
  option("around:", "near this time: around:10:14±5m"),
];

const ranks = ["error", "warn", "fatal", "info", "debug", "trace", "unknown"] as const;
const levelDetails: Readonly<Record<(typeof levels)[number], string>> = {
  unknown: "lines that say no level",
  trace: "the finest",
  debug: "for developers",
  info: "all is well",
  warn: "may go wrong",
  error: "went wrong",
  fatal: "the program ended",
};
const plainLevels = ranks.map((level) => option(level, levelDetails[level]));

const values: Readonly<Record<string, readonly CompletionOption[]>> = {
  level: [option(">=warn", "warn, error and fatal"), option(">=error", "error and fatal"), ...plainLevels],
  is: [option("current", "since the last restart"), option("previous", "before the last restart")],
  after: [
    option("-15m", "15 minutes before the capture"),
    option("-1h", "an hour before the capture"),
    option("10:14", "on the day of the capture, UTC"),
    option("2021-08-05T10:14:09Z", "date, time and zone"),
  ],
  around: [
    option("10:14±5m", "five minutes before and behind"),
    option("10:14:09±30s", "half a minute before and behind"),
    option("-15m±1m", "a quarter of an hour before the capture"),
  ],
  duration: [option(">100ms", "a tenth of a second"), option(">1s", "a second"), option(">1m", "a minute")],
};

/** Values that are the same in all logs. Undefined where only the logs know. */
export function valueOptions(field: string, compared: boolean): readonly CompletionOption[] | undefined {
  if (field === "level" && compared) return plainLevels.filter(({ insert }) => insert !== "unknown");
  return values[field === "before" ? "after" : field];
}

import { command, snapshotOption } from "../usage/command.ts";

const several = { type: "string", array: true, nargs: 1 } as const;

export const logsCommand = command({
  usage: "logs <pod>",
  summary: "Print logs as they were captured: of a container, or of all pods of a workload, merged by time",
  details: `Takes a pod (web-0, pod/web-0, 'web-*') or a workload (deploy/web, sts/db, ds/agent, job/migrate, cronjob/backup, svc/web), or a bare name: a pod, else a workload. One log comes unprefixed, whole and byte for byte on a pipe. Of several, lines are merged by time, each behind its pod, and behind its container where there are several; a line without a time stays behind the line before it. What counts back (--since 15m) counts from the capture. --head and --tail are of each log, after all other filters.`,
  positionals: {
    pod: { type: "string", demandOption: true, describe: "Pod or workload: web-0, pod/web-0, deploy/web, svc/web" },
  },
  options: {
    ...snapshotOption,
    namespace: { alias: "n", type: "string", describe: "Namespace, where the name is not unique" },
    container: { alias: "c", ...several, describe: "Only this container, * for any text; repeatable" },
    "all-containers": { type: "boolean", default: false, describe: "All containers of a pod (of a workload they are)" },
    previous: { alias: "p", type: "boolean", default: false, describe: "The run before the last restart" },
    since: { type: "string", describe: "Lines of the last 15m, 2h, 1d before the capture" },
    "since-time": { type: "string", describe: "Lines from a time on: 2026-11-23T10:14:00Z, 10:14" },
    until: { type: "string", describe: "Lines before a time: as --since or --since-time" },
    around: { type: "string", describe: "Lines around a time: 10:14, 10:14±30s, 10:14+-30s [±5m]" },
    tail: { type: "number", describe: "Only the last N lines of each log" },
    head: { type: "number", describe: "Only the first N lines of each log" },
    include: {
      ...several,
      describe: "Only lines with this text, any case, or /expression/; repeatable: with one of them",
    },
    exclude: { ...several, describe: "No lines with this text or /expression/; repeatable" },
    highlight: { ...several, describe: "Let this text or /expression/ stand out on a terminal; repeatable" },
    level: { type: "string", describe: "Only lines at least so severe: warn; =warn for warn alone" },
    timestamps: { type: "boolean", describe: "The time before each line; --no-timestamps: none [as captured]" },
    prefix: { type: "boolean", describe: "The pod before each line; --no-prefix: none [where there are several logs]" },
    follow: { alias: "f", type: "boolean", default: false, hidden: true },
  },
  examples: [
    ["kubin logs web-7d9f -n shop", "the whole log; paged on a terminal"],
    ["kubin logs web-7d9f -c app -p --tail 100", "the end of the run that crashed"],
    ["kubin logs deploy/web -n shop --since 15m", "all pods of a deployment, merged, as stern shows them"],
    ["kubin logs svc/web --around 10:41±30s --level warn", "who warned around that time"],
    ["kubin logs 'web-*' -c app --include timeout --exclude healthz --highlight '/10\\.\\S+/'", "by pattern and text"],
    ["kubin logs web-7d9f -c app | grep -c ERROR", "lines come as they were captured"],
  ],
  run: async (args, io) => (await import("../logs/show-log.ts")).showLog(io, args),
});

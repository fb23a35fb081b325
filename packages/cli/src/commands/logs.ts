import { command, snapshotOption } from "../usage/command.ts";

export const logsCommand = command({
  usage: "logs <pod>",
  summary: "Print the log of a container, as it was captured",
  positionals: { pod: { type: "string", demandOption: true, describe: "Name of a pod, or pod/name" } },
  options: {
    ...snapshotOption,
    namespace: { alias: "n", type: "string", describe: "Namespace of the pod, where its name is not unique" },
    container: { alias: "c", type: "string", describe: "Container, where the pod has several" },
    previous: { alias: "p", type: "boolean", default: false, describe: "The run before the last restart" },
    tail: { type: "number", describe: "Only the last N lines" },
    head: { type: "number", describe: "Only the first N lines" },
  },
  examples: [
    ["kubin logs web-7d9f -n shop", "the whole log; paged on a terminal"],
    ["kubin logs web-7d9f -c app -p --tail 100", "the end of the run that crashed"],
    ["kubin logs web-7d9f -c app | grep -c ERROR", "lines come as they were captured"],
  ],
  run: async (args, io) => (await import("../logs/show-log.ts")).showLog(io, args),
});

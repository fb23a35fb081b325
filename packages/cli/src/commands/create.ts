import { presets } from "../create/presets.ts";
import { command } from "../usage/command.ts";
import { sendingOptions } from "../usage/sending-options.ts";

const numbers = Object.entries(presets).map(([name, { logs, since, maxLogBytes, maxBytes, timeLimit }]) => {
  const what = logs ? `logs of ${since}, ${maxLogBytes} a container, ${maxBytes} in all` : "no logs";
  return `  ${name.padEnd(9)} ${what}, at most ${timeLimit}`;
});

export const createCommand = command({
  usage: "create",
  aliases: ["capture"],
  summary: "Capture a live cluster and print its link",
  details: `Takes what the kubeconfig's user may read: all types, events, logs of containers now and before. The link is the first line of stdout and works at once. Secrets are taken out before anything leaves this machine. What was not got is told, with the rule that would allow it; then the exit code is 3. Ctrl-C once ends with what is there.

Presets (each number has an option of its own):
${numbers.join("\n")}`,
  positionals: {},
  options: {
    kubeconfig: { type: "string", describe: "File to use [KUBECONFIG, else ~/.kube/config]" },
    context: { type: "string", describe: "Context of the kubeconfig [its current one]" },
    "in-cluster": { type: "boolean", default: false, describe: "Use the service account of the pod this runs in" },
    namespace: {
      alias: "n",
      type: "string",
      array: true,
      nargs: 1,
      describe: "Only namespaced objects of these: names or globs, repeatable [all]",
    },
    "exclude-namespace": { type: "string", array: true, nargs: 1, describe: "None of these: names or globs" },
    selector: { alias: "l", type: "string", describe: "Only namespaced objects with these labels (and all events)" },
    include: {
      type: "string",
      array: true,
      nargs: 1,
      describe: "Only these types: pods,deployments.apps,*.cert-manager.io",
    },
    exclude: { type: "string", array: true, nargs: 1, describe: "None of these types" },
    preset: {
      type: "string",
      choices: ["incident", "audit", "minimal"] as const,
      describe: "Numbers for the limits below [incident]",
    },
    openapi: { type: "boolean", describe: "The OpenAPI documents too: some MB [only with --preset audit]" },
    "node-summaries": {
      type: "boolean",
      describe: "Figures of kubelets, which take the right nodes/proxy; --no-node-summaries leaves them out",
    },
    logs: { type: "boolean", describe: "Logs of containers; --no-logs leaves them out" },
    since: { type: "string", describe: "Lines of so long: 15m, 24h, 7d; of the run before all" },
    tail: { type: "number", describe: "At most so many last lines of a log" },
    "max-log-bytes": { type: "string", describe: "Of one log; of a larger one its beginning and its end are kept" },
    "max-bytes": { type: "string", describe: "Of all logs together" },
    "time-limit": { type: "string", describe: "For the whole capture; then it ends with what is there" },
    previous: { type: "boolean", describe: "Logs of the run before a restart; --no-previous leaves them out" },
    name: { type: "string", describe: "Name in lists [the cluster's]" },
    note: { type: "string", describe: "A sentence for those who open it" },
    label: { type: "string", array: true, nargs: 1, describe: "key=value, repeatable" },
    "dry-run": { type: "boolean", default: false, describe: "Capture nothing; print what would be asked for" },
    resume: { type: "boolean", default: false, describe: "Send the rest of a capture whose upload was stopped" },
    discard: { type: "boolean", default: false, describe: "With --resume: give the stopped capture up" },
    config: {
      type: "string",
      describe: "File with redaction rules and settings [.kubin.yaml here or in a parent folder]",
    },
    ...sendingOptions,
  },
  examples: [
    ["kubin create", "the cluster of the current context"],
    ["kubin create -n shop -n 'team-*' --since 2h", "some namespaces, the last two hours of logs"],
    [
      "kubin create --context prod-eu --note 'checkout answers 502' --label ticket=OPS-123",
      "with words for the reader",
    ],
    ["kubin create --preset audit", "the state without logs"],
    ["kubin create --dry-run", "what would be asked for, and what is not allowed"],
    ["kubin create --to-file prod.kubin --encrypt-to age1…", "where no server is in reach"],
  ],
  run: async (args, io) => (await import("../create/create-snapshot.ts")).createSnapshot(io, args),
});

import { command, snapshotOption } from "../usage/command.ts";

export const summaryCommand = command({
  usage: "summary [snapshot]",
  summary: "Say what fails and why, as Markdown to paste in a ticket",
  positionals: { snapshot: snapshotOption.snapshot },
  options: {},
  examples: [
    ["kubin summary", "the snapshot in use, or the last one made from here"],
    ["kubin summary --output json --jq '.failing[].reason'", "only the reasons"],
  ],
  run: async (args, io) => (await import("../snapshots/show-summary.ts")).showSummary(io, args),
});

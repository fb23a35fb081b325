import { command, snapshotOption } from "../usage/command.ts";

export const statusCommand = command({
  usage: "status [snapshot]",
  summary: "Show the state of a snapshot: what is in it, what is missing, when it expires",
  positionals: { snapshot: snapshotOption.snapshot },
  options: { wait: { alias: "w", type: "boolean", default: false, describe: "Wait until it is completed or failed" } },
  examples: [
    ["kubin status", "the snapshot in use, or the last one made from here"],
    ["kubin status --wait --output json", "wait for the end of processing; exit code 3 when it is partial"],
    ["kubin status prod-eu-1@2026-11-23", "the newest snapshot of a cluster as of a day"],
  ],
  run: async (args, io) => (await import("../snapshots/show-status.ts")).showStatus(io, args),
});

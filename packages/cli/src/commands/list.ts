import { command } from "../usage/command.ts";

export const listCommand = command({
  usage: "list [text]",
  summary: "List the snapshots of the server, newest first",
  positionals: { text: { type: "string", describe: "Part of a name or cluster" } },
  options: { limit: { type: "number", default: 50, describe: "At most this many (1 to 1,000)" } },
  examples: [
    ["kubin list", "the newest snapshots"],
    ["kubin list prod-eu", "those whose name or cluster contains prod-eu"],
    ["kubin list --jq '.items[].id'", "only their ids"],
  ],
  run: async (args, io) => (await import("../snapshots/list-snapshots.ts")).listSnapshots(io, args),
});

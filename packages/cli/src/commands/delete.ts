import { command } from "../usage/command.ts";

export const deleteCommand = command({
  usage: "delete <snapshot>",
  summary: "Delete a snapshot with everything in it; its link stops working at once",
  positionals: { snapshot: { type: "string", demandOption: true, describe: "Id, link or cluster[@time]" } },
  options: { yes: { alias: "y", type: "boolean", default: false, describe: "Do not ask" } },
  examples: [
    ["kubin delete prod-eu-1@2026-11-23", "asks first, on a terminal"],
    ["kubin delete 0192f0c1-2345-7abc-8def-0123456789ab --yes", "in a script"],
  ],
  run: async (args, io) => (await import("../snapshots/delete-snapshot.ts")).removeSnapshot(io, args),
});

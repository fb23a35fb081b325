import { command } from "../usage/command.ts";

export const useCommand = command({
  usage: "use [snapshot]",
  summary: "Choose the snapshot that the other commands read; without a name, say which it is",
  positionals: { snapshot: { type: "string", describe: "Id, link or cluster[@time]" } },
  options: { clear: { type: "boolean", default: false, describe: "Go back to the last one made from here" } },
  examples: [
    ["kubin use prod-eu-1", "the newest snapshot of a cluster"],
    ["kubin use http://127.0.0.1:7780/s/3fZq9m2RkT7vYwB1cLx8Pd", "one that somebody shared"],
    ["kubin use --clear", "forget the choice"],
  ],
  run: async (args, io) => (await import("../snapshots/use-snapshot.ts")).chooseSnapshot(io, args),
});

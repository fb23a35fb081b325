import { command } from "../usage/command.ts";

export const versionCommand = command({
  usage: "version",
  summary: "Print the version",
  positionals: {},
  options: {},
  examples: [["kubin version --output json", "as JSON"]],
  run: async (args, io) => (await import("../version/show-version.ts")).showVersion(io, args),
});

import { command } from "../usage/command.ts";

export const configCommand = command({
  usage: "config <action>",
  summary: "Show the settings that hold here",
  details:
    "Settings come from the command line, the environment (KUBIN_CREATE_SINCE=2h), the nearest .kubin.yaml (create: {since: 2h}) and the user's config, in this order.",
  positionals: { action: { type: "string", choices: ["view"] as const, demandOption: true, describe: "view" } },
  options: {
    origin: { type: "boolean", default: false, describe: "Tell for each where it comes from" },
    config: { type: "string", describe: "File to take instead of the nearest .kubin.yaml" },
  },
  examples: [
    ["kubin config view", "what `kubin create` would go by"],
    ["kubin config view --origin", "and which file or variable says so"],
  ],
  run: async (args, io) => (await import("../config-view/view-config.ts")).viewConfig(io, args),
});

import { command, snapshotOption } from "../usage/command.ts";

export const openCommand = command({
  usage: "open [snapshot]",
  summary: "Open a snapshot in the browser; prints its link where there is none",
  positionals: { snapshot: snapshotOption.snapshot },
  options: {},
  examples: [
    ["kubin open", "the snapshot in use, or the last one made from here"],
    ["kubin open prod-eu-1", "the newest snapshot of a cluster"],
  ],
  run: async (args, io) => (await import("../snapshots/open-in-browser.ts")).openInBrowser(io, args),
});

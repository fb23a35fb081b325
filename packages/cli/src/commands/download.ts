import { command, snapshotOption } from "../usage/command.ts";

export const downloadCommand = command({
  usage: "download [snapshot]",
  summary: "Save everything that is stored of a snapshot, with a listing of digests",
  positionals: { snapshot: snapshotOption.snapshot },
  options: {
    dir: { alias: "o", type: "string", describe: "Folder to save to [kubin-<id>]", normalize: true },
    parallel: { type: "number", default: 6, describe: "Files fetched at the same time" },
  },
  examples: [
    ["kubin download -o prod-eu-1", "the snapshot in use, or the last one made from here"],
    ["kubin download --output json", "what was saved, as JSON"],
  ],
  run: async (args, io) => (await import("../download/download-snapshot.ts")).downloadSnapshot(io, args),
});

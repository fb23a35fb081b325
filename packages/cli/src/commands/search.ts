import { command, snapshotOption } from "../usage/command.ts";

export const searchCommand = command({
  usage: "search <query..>",
  summary: "Search the logs of all containers",
  details: `A query is words, "phrases" and conditions: level:>=error ns:shop pod:web-* container:app after:10:14 before:-5m, with -word for not, OR between alternatives and ( ) around groups. \`docs/query-language.md\` has all of it.`,
  positionals: { query: { type: "string", array: true, demandOption: true, describe: "What to look for" } },
  options: {
    ...snapshotOption,
    count: { type: "boolean", default: false, describe: "Print only the number of matching lines" },
    around: { alias: "C", type: "number", default: 0, describe: "Lines before and after each hit" },
    limit: { type: "number", default: 100, describe: "At most this many hits" },
    order: { choices: ["newest", "file"], default: "newest", describe: "By time, or as they stand in the files" },
  },
  examples: [
    ["kubin search 'level:>=error ns:shop'", "the newest errors of a namespace"],
    [`kubin search '"connection refused" -healthz' -C 3`, "with three lines around each hit"],
    ["kubin search timeout --count", "how many lines"],
  ],
  run: async (args, io) => (await import("../search/search-logs.ts")).searchLogs(io, args),
});

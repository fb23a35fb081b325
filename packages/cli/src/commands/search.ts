import { command, snapshotOption } from "../usage/command.ts";

const several = { type: "string", array: true, nargs: 1 } as const;

export const searchCommand = command({
  usage: "search [query..]",
  summary: "Search the logs of all containers",
  details: `A query is words, "phrases" and conditions: level:>=error ns:shop pod:web-* container:app after:10:14 before:-5m, with -word for not, OR between alternatives and ( ) around groups; '' is all lines. \`docs/query-language.md\` has all of it. Hits come as a table for people, as one document (json, yaml), or one by one as they are found (ndjson, csv, text), however many. In csv a cell that a spreadsheet would run as a formula begins with an apostrophe. Where a limit of the server cuts the answer, stderr says so and the exit code is 3.`,
  positionals: { query: { type: "string", array: true, describe: "What to look for" } },
  options: {
    ...snapshotOption,
    output: { type: "string", describe: "table, json, yaml; hits also ndjson, csv, text (the lines as captured)" },
    count: { type: "boolean", default: false, describe: "Print only the number of matching lines" },
    facet: { ...several, describe: "Print the values of a field with their lines: level, pod, status; repeatable" },
    histogram: { type: "boolean", default: false, describe: "Print the matching lines over time, by level" },
    around: { alias: ["C", "context"], type: "number", default: 0, describe: "Lines before and after each hit" },
    limit: {
      type: "number",
      describe: "At most so many hits (0: all) [100; ndjson, csv, text: all], or values of a facet",
    },
    all: { type: "boolean", default: false, describe: "All hits" },
    order: {
      choices: ["newest", "oldest", "file"],
      default: "newest",
      describe: "By time, lines without one last, or as they stand in the files",
    },
    fields: {
      ...several,
      describe:
        "Columns of table, text and csv: time, level, namespace, pod, container, run, line, text, message, format, fields, or an attribute; JSON has all attributes then",
    },
  },
  examples: [
    ["kubin search 'level:>=error ns:shop'", "the newest errors of a namespace"],
    [`kubin search '"connection refused" -healthz' -C 3`, "with three lines around each hit"],
    ["kubin search timeout --count", "how many lines"],
    ["kubin search timeout --facet pod --facet level", "whose lines they are"],
    ["kubin search 'level:>=warn' --histogram", "when it began"],
    ["kubin search 'ns:shop' --output text --order oldest | less", "all lines as they were captured, by time"],
    ["kubin search 'level:error' --output csv --fields time,pod,message > errors.csv", "for a spreadsheet"],
    ["kubin search 'level:error' --output ndjson | jq -r .message", "for a program, one line at a time"],
  ],
  run: async (args, io) => (await import("../search/search-logs.ts")).searchLogs(io, args),
});

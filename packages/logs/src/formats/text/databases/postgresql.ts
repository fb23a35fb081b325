import { datedFormat } from "../parts/dated-format.ts";

const severity = "(?<level>DEBUG[1-5]?|LOG|INFO|NOTICE|WARNING|ERROR|FATAL|PANIC)";
const companion = "(?:DETAIL|HINT|STATEMENT|CONTEXT|QUERY|LOCATION|BACKTRACE)";
const session = String.raw`(?<user>[\w.\-[\]]{0,64})@(?<database>[\w.\-[\]]{0,64})`;
const debug = Object.fromEntries([1, 2, 3, 4, 5].map((depth) => [`debug${depth}`, "debug"] as const));

/** What stands before the severity: `log_line_prefix` as PostgreSQL, Debian, RDS and operators set it. */
const prefixes = [
  String.raw` \[(?<pid>\d{1,10})(?:-(?<line_number>\d{1,9}))?\]:? (?:${session} )?(?:[\w=@.,\-[\]/ ]{1,160} )?`,
  String.raw`:(?<client>[\w.:%\-]{0,64})\((?<client_port>\d{0,5})\):${session}:\[(?<pid>\d{1,10})\]:`,
  " ",
];

/**
 * PostgreSQL ("Error Reporting and Logging"). `LOG` is info. `DETAIL`, `HINT`, `STATEMENT` and the like, which go with
 * the line before, have no level of their own.
 */
export const postgresql = datedFormat({
  name: "postgresql",
  levels: { ...debug, log: "info" },
  patterns: prefixes.flatMap((prefix) => [
    new RegExp(`${prefix}${severity}:  `, "y"),
    new RegExp(`${prefix}(?<part>${companion}):  `, "y"),
  ]),
});

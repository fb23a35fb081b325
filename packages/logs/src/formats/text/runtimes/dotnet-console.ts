import type { LineFormat } from "../../../parse/line-format.ts";
import { partsWith } from "../parts/parts-of.ts";

const parts = partsWith({ trce: "trace", dbug: "debug", fail: "error" }, [
  /(?<level>trce|dbug|info|warn|fail|crit): (?=[A-Z])(?<body>(?<logger>[\w.+`]{1,256})\[(?<event_id>-?\d{1,10})\])$/y,
  /(?<level>trce|dbug|info|warn|fail|crit): (?=[A-Z])(?<logger>[\w.+`]{1,256})\[(?<event_id>-?\d{1,10})\] /y,
]);

/**
 * .NET's simple console formatter ("Console log formatting"): `info: Category[0]`, the message indented in the next
 * line, or behind it (`SingleLine`).
 */
export const dotnetConsole: LineFormat = {
  name: "dotnet-console",
  read: (text) => (text.charCodeAt(4) === 58 && text.charCodeAt(5) === 32 ? parts(text, 0) : undefined),
};

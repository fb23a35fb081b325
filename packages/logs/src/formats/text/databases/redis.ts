import type { LineFormat } from "../../../parse/line-format.ts";
import { partsWith } from "../parts/parts-of.ts";
import { dayFirstAt } from "../times/named-month.ts";

const head = /(?<pid>\d{1,10}):(?<role>[XCSM]) /y;
const parts = partsWith({ ".": "debug", "-": "debug", "*": "info", "#": "warn" }, [/ (?<level>[.\-*#]) /y]);
const roles: Readonly<Record<string, string>> = { X: "sentinel", C: "child", S: "replica", M: "master" };

/** Redis and Valkey (`serverLogRaw`): pid, role, time, and a sign for the level: debug, verbose, notice, warning. */
export const redis: LineFormat = {
  name: "redis",
  read(text) {
    const first = text.charCodeAt(0);
    if (!(first >= 48 && first <= 57)) return undefined;
    head.lastIndex = 0;
    const groups = head.exec(text)?.groups;
    const stamp = groups && dayFirstAt(text, head.lastIndex);
    const read = stamp && parts(text, stamp.end);
    if (!read) return undefined;
    const { pid = "", role = "" } = groups;
    return {
      ...read,
      time: stamp.time,
      fields: [
        ["pid", pid],
        ["role", roles[role] ?? role],
      ],
    };
  },
};

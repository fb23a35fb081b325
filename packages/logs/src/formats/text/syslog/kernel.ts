import type { LineFormat } from "../../../parse/line-format.ts";
import { weekdayFirstAt } from "../times/named-month.ts";
import { priorityAt } from "./priority.ts";

const uptime = /\[ {0,8}(?<uptime>\d{1,10}\.\d{6})\](?:\[ *(?<thread>[TC]\d{1,10})\])? /y;

/**
 * The kernel's ring buffer as `dmesg` prints it, with its priority where asked to (`-r`): seconds since the boot, which
 * are no time, or `dmesg -T`.
 */
export const kernel: LineFormat = {
  name: "kernel",
  read(text) {
    const priority = priorityAt(text);
    const at = priority?.end ?? 0;
    if (text.charCodeAt(at) !== 91) return undefined;
    const first = text.charCodeAt(at + 1);
    if (first === 32 || (first >= 48 && first <= 57)) {
      uptime.lastIndex = at;
      const groups = uptime.exec(text)?.groups;
      const body = text.slice(uptime.lastIndex);
      return groups && { body, level: priority?.level, fields: [["uptime", groups.uptime ?? ""]] };
    }
    const stamp = first >= 70 && first <= 87 ? weekdayFirstAt(text, at + 1) : undefined;
    if (!stamp || !text.startsWith("] ", stamp.end) || text.charCodeAt(stamp.end + 2) === 91) return undefined;
    return { body: text.slice(stamp.end + 2), level: priority?.level, time: stamp.time };
  },
};

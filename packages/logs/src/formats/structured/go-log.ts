import type { Level } from "@kubin/schema";
import { detectLevel } from "../../parse/detect-level.ts";
import { levelOfWord } from "../../parse/level-of-word.ts";
import type { LineField, LineFormat } from "../../parse/line-format.ts";
import { parseTimestamp } from "../../parse/parse-timestamp.ts";

/** grpc-go and others put the level before: `WARNING: 2021/08/03 09:27:57 grpc: …`. */
const levelBefore = /^(?:\[)?([A-Z]{4,8})(?:\])?:? (?=\d{4}\/)/;
const caller = /^([\w./-]{1,200}\.go:\d{1,7}): /;
/** HashiCorp's logutils and others put it behind: `[ERROR] message`. */
const levelBehind = /^\[([A-Z]{3,8})\] /;
/** nginx writes its error log with the same time: `2021/08/05 10:14:09 [error] 7#7: `. */
const nginx = /^\[[a-z]{4,6}\] \d+#\d+: /;

/**
 * Go's standard logger (pkg.go.dev/log, flags LstdFlags, Lmicroseconds, Lshortfile):
 * `2009/11/10 23:00:00.000000 main.go:23: message`, in the local zone, which in a container is UTC.
 */
export const goLog: LineFormat = {
  name: "go-log",
  read(text) {
    const first = text.charCodeAt(0);
    const before = first >= 65 && first <= 91 ? levelBefore.exec(text) : null;
    const timeFrom = before?.[0].length ?? 0;
    if (text.charCodeAt(timeFrom + 4) !== 47) return undefined;
    const time = parseTimestamp(text, timeFrom);
    if (!time || time.zoned || text.charCodeAt(time.end) !== 32) return undefined;
    const rest = text.slice(time.end + 1);
    if (nginx.test(rest)) return undefined;
    const source = caller.exec(rest);
    const fields: LineField[] = source?.[1] === undefined ? [] : [["caller", source[1]]];
    const message = rest.slice(source?.[0].length ?? 0);
    const behind = levelBehind.exec(message);
    const told = levelOfWord(behind?.[1] ?? before?.[1] ?? "");
    const level: Level = told ?? detectLevel(message);
    const body = behind && told ? message.slice(behind[0].length) : message;
    return { body, level, time: { at: time.at, from: "line-utc" }, fields };
  },
};

import { levelOfWord } from "../../parse/level-of-word.ts";
import type { LineFormat, OwnTime } from "../../parse/line-format.ts";
import { timeOfValue } from "../../parse/own-time.ts";
import { readMessageAndPairs } from "./message-and-pairs.ts";

const head = /^(INFO|WARN|ERRO|DEBU|TRAC|FATA|PANI)\[([^\]]{4,40})\] ?/;

/**
 * logrus on a terminal (github.com/sirupsen/logrus, `text_formatter.go`): `INFO[0000] message    key=value`; in the
 * brackets the seconds since the start, or a time with FullTimestamp.
 */
export const logrusText: LineFormat = {
  name: "logrus-text",
  read(text) {
    if (text.charCodeAt(4) !== 91) return undefined;
    const found = head.exec(text);
    if (!found) return undefined;
    const [all, word = "", inside = ""] = found;
    const { body, fields } = readMessageAndPairs(text, all.length, []);
    const time: OwnTime | undefined = inside.length > 8 ? timeOfValue(inside) : undefined;
    return { body: body ?? "", level: levelOfWord(word === "PANI" ? "panic" : word), time, fields };
  },
};

import type { Level } from "@kubin/schema";

/** Level that a word of a log line names, any case: names of zap, logrus, log4j, Python, syslog, GCP, PostgreSQL. */
export function levelOfWord(word: string): Level | undefined {
  switch (word.toLowerCase()) {
    case "trace":
    case "trc":
    case "finest":
    case "finer":
      return "trace";
    case "debug":
    case "dbg":
    case "debu":
    case "fine":
      return "debug";
    case "info":
    case "inf":
    case "information":
    case "informational":
    case "notice":
      return "info";
    case "warn":
    case "wrn":
    case "warning":
      return "warn";
    case "error":
    case "err":
    case "erro":
    case "eror":
    case "severe":
      return "error";
    case "fatal":
    case "ftl":
    case "fata":
    case "critical":
    case "crit":
    case "panic":
    case "dpanic":
    case "alert":
    case "emerg":
    case "emergency":
      return "fatal";
    default:
      return undefined;
  }
}

/** Level of pino's and bunyan's numbers: 10 trace, 20 debug, 30 info, 40 warn, 50 error, 60 fatal. */
function levelOfNumber(value: number): Level | undefined {
  if (value < 10 || value > 69) return undefined;
  const names: readonly Level[] = ["trace", "debug", "info", "warn", "error", "fatal"];
  return names[Math.floor(value / 10) - 1];
}

/** Level of a field's value: a word, a number, or the one letter that some programs write. */
export function levelOfValue(value: string): Level | undefined {
  if (/^\d{1,3}$/.test(value)) return levelOfNumber(Number(value));
  const letter = { t: "trace", d: "debug", i: "info", w: "warn", e: "error", f: "fatal" } as const;
  const lower = value.toLowerCase();
  return isLetterOf(letter, lower) ? letter[lower] : levelOfWord(value);
}

function isLetterOf<T extends object>(table: T, key: string): key is Extract<keyof T, string> {
  return Object.hasOwn(table, key);
}

import type { Level } from "@kubin/schema";

const names = {
  trace: "trace trc trac finest finer silly",
  debug: "debug dbg debu fine verbose",
  info: "info inf information informational notice",
  warn: "warn wrn warning",
  error: "error err erro eror severe fail",
  fatal: "fatal ftl fata critical crit crt panic pnc dpanic alert emerg emergency",
} as const;

const levels = new Map<string, Level>();
for (const level of ["trace", "debug", "info", "warn", "error", "fatal"] as const) {
  for (const name of names[level].split(" ")) levels.set(name, level);
}

const letters = new Map<string, Level>([
  ["t", "trace"],
  ["v", "trace"],
  ["d", "debug"],
  ["i", "info"],
  ["n", "info"],
  ["w", "warn"],
  ["e", "error"],
  ["f", "fatal"],
  ["c", "fatal"],
]);

const longestName = 16;

/**
 * Level that a word of a log line names, any case: names of zap, logrus, log4j, Python, syslog, GCP, PostgreSQL,
 * .NET, npm. A number behind is a shade of it: `DEBUG5` (PostgreSQL), `INFO2` (OpenTelemetry's SeverityText).
 */
export function levelOfWord(word: string): Level | undefined {
  if (word.length > longestName || word.length < 3) return undefined;
  const lower = word.toLowerCase();
  return levels.get(lower) ?? levels.get(withoutShade(lower));
}

/** Level of pino's and bunyan's numbers: 10 trace, 20 debug, 30 info, 40 warn, 50 error, 60 fatal. */
function levelOfNumber(value: number): Level | undefined {
  if (value < 10 || value > 69) return undefined;
  const scale: readonly Level[] = ["trace", "debug", "info", "warn", "error", "fatal"];
  return scale[Math.floor(value / 10) - 1];
}

/** Level of syslog's severities (RFC 5424, also those of GELF): 0 emergency … 7 debug. */
export function levelOfSeverity(value: string): Level | undefined {
  const scale: readonly Level[] = ["fatal", "fatal", "fatal", "error", "warn", "info", "info", "debug"];
  return value.length === 1 ? scale[value.charCodeAt(0) - 48] : undefined;
}

/** Level of a field's value: a word, a number, or the one letter (also `D2`) that some programs write. */
export function levelOfValue(value: string): Level | undefined {
  if (value.length > longestName) return undefined;
  const first = value.charCodeAt(0);
  if (first >= 48 && first <= 57) return levelOfNumber(Number(value));
  if (value.length > 2) return levelOfWord(value) ?? levelOfVerbosity(value);
  return letters.get(withoutShade(value.toLowerCase()));
}

/** `Level(-4)`: how zap names what `logr` calls `V(4)`. */
function levelOfVerbosity(value: string): Level | undefined {
  return value.startsWith("Level(-") ? "debug" : undefined;
}

function withoutShade(word: string): string {
  const last = word.charCodeAt(word.length - 1);
  return last >= 48 && last <= 57 ? word.slice(0, -1) : word;
}

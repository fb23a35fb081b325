import { detectLevel } from "../../parse/detect-level.ts";
import type { LineFormat } from "../../parse/line-format.ts";
import type { Attributes } from "./attributes.ts";
import { requestOf } from "./json/json-convention.ts";
import { readingOf } from "./reading-of.ts";
import { knownRoles } from "./roles.ts";
import { keyEnd, scanPairs } from "./scan-pairs.ts";

/**
 * logfmt (brandur.org/logfmt) as logrus, go-kit, log15, Prometheus, Loki and Grafana write it: nothing but `key=value`
 * pairs, or pairs with a level, time or message among them.
 */
export const logfmt: LineFormat = {
  name: "logfmt",
  read(text) {
    if (keyEnd(text, 0) < 0) return undefined;
    const { attributes, words } = scanPairs(text, 0);
    const reading = readingOf(attributes);
    const { level, time, fields } = reading;
    const told = level !== undefined || time !== undefined || reading.body !== undefined;
    if (!told && (words > 0 || attributes.size < 2)) return undefined;
    const body = reading.body ?? requestOf(reading) ?? (words > 0 ? text : bodyOf(attributes));
    return { body, level: level ?? detectLevel(text), time, fields };
  },
};

const heads = new Set(["time", "level", "logger", "caller", "trace", "span"]);

/** The pairs that are neither time, level nor the like, as they would be written. */
function bodyOf({ names, values }: Attributes): string {
  return names
    .flatMap((name, index) => {
      const value = values[index] ?? "";
      return heads.has(knownRoles.get(name) ?? "")
        ? []
        : [`${name}=${/[\s"]/.test(value) ? JSON.stringify(value) : value}`];
    })
    .join(" ");
}

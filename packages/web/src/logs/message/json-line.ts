interface JsonField {
  name: string;
  value: string;
}

export interface JsonLine {
  /** What the line says, "" where no field is known for it. */
  message: string;
  /** All but message, level and time, in the order of the line. */
  rest: JsonField[];
  /** All, in the order of the line. */
  fields: JsonField[];
}

/** Longer lines are shown as they are: taking them apart would stop the browser. */
const longest = 200_000;

const messageNames = new Set(["msg", "message", "log", "@message", "textPayload"]);
const knownNames = new Set([
  ...["level", "lvl", "severity", "loglevel", "log.level", "@level"],
  ...["ts", "time", "timestamp", "@timestamp", "t", "asctime", "@t"],
]);

/** A line that is one JSON object, taken apart; undefined for any other. */
export function jsonLine(text: string): JsonLine | undefined {
  if (text.length > longest) return undefined;
  const trimmed = text.trim();
  if (!trimmed.startsWith("{") || !trimmed.endsWith("}")) return undefined;
  const object = parse(trimmed);
  if (!object) return undefined;
  const fields = Object.entries(object).map(([name, value]) => ({ name, value: valueText(value) }));
  if (fields.length === 0) return undefined;
  const said = fields.find(({ name }) => messageNames.has(name.toLowerCase()));
  const rest = fields.filter((field) => field !== said && !knownNames.has(field.name.toLowerCase()));
  return { message: said?.value ?? "", rest, fields };
}

function parse(text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text, exactNumber);
    return typeof value === "object" && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value))
      : undefined;
  } catch {
    return undefined;
  }
}

/** A number with more digits than JavaScript keeps stays as it was written, where the browser tells it. */
function exactNumber(_: string, value: unknown, context?: { source?: string }): unknown {
  if (typeof value !== "number" || Number.isSafeInteger(value)) return value;
  return context?.source ?? value;
}

function valueText(value: unknown): string {
  return typeof value === "string" ? value : (JSON.stringify(value) ?? "");
}

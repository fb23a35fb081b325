import type { Level } from "@kubin/schema";

const levels: readonly Level[] = ["fatal", "fatal", "fatal", "error", "warn", "info", "info", "debug"];

/** Level of `<34>`: severity is the rest by eight (RFC 5424, 6.2.1). Undefined where no priority stands at the head. */
export function priorityAt(text: string): { level: Level | undefined; end: number } | undefined {
  if (text.charCodeAt(0) !== 60) return undefined;
  const end = text.slice(0, 5).indexOf(">");
  const value = Number(text.slice(1, end));
  if (end < 2 || !Number.isInteger(value) || value > 191 || value < 0) return undefined;
  return { level: levels[value % 8], end: end + 1 };
}

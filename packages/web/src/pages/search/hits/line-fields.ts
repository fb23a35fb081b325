import type { LogLine } from "@kubin/schema";
import { jsonLine } from "../../../logs/message/json-line.ts";

interface LineField {
  name: string;
  value: string;
}

/** What was read of a line, by name; of a JSON line what it holds, where nothing else was told. */
export function attributesOf(line: LogLine): LineField[] {
  const own = new Set(ownFields(line).map(({ name }) => name));
  const read = Object.entries(line.fields ?? {}).map(([name, value]) => ({ name, value }));
  const all = read.length > 0 ? read : (jsonLine(line.message)?.fields ?? []);
  // What every line has is told once.
  return all.filter(({ name }) => !own.has(name));
}

/** What every line has; what it has not is left out. */
export function ownFields(line: LogLine): LineField[] {
  const { level, namespace, pod, container, source, format } = line;
  return Object.entries({ level, namespace, pod, container, source, format }).flatMap(([name, value]) =>
    value === undefined || value === "" ? [] : { name, value },
  );
}

/** The value of a field for a column, "" where the line has none. */
export function fieldValue(line: LogLine, name: string): string {
  const own = ownFields(line).find((field) => field.name === name);
  return (own ?? attributesOf(line).find((field) => field.name === name))?.value ?? "";
}

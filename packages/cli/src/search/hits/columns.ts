import type { ShownLine } from "./around.ts";

/** What of a line stands in a column: a name of these, else what a parser read of the line by that name. */
const known: Readonly<Record<string, (line: ShownLine) => string>> = {
  time: ({ at }) => at ?? "",
  level: ({ level }) => level,
  namespace: ({ namespace }) => namespace,
  ns: ({ namespace }) => namespace,
  pod: ({ pod }) => pod,
  container: ({ container }) => container,
  run: ({ source }) => source,
  // As the page and editors count.
  line: ({ line }) => String(line + 1),
  text: ({ prefix, message }) => prefix + message,
  message: ({ message }) => message,
  format: ({ format }) => format ?? "",
  fields: ({ fields }) => (Object.keys(fields ?? {}).length === 0 ? "" : JSON.stringify(fields)),
  hit: ({ hit }) => (hit === false ? "" : "hit"),
};

/** As in the file that the server exports. */
export const usualColumns: readonly string[] = [
  "time",
  "level",
  "namespace",
  "pod",
  "container",
  "run",
  "line",
  "text",
  "fields",
];

export function cellsOf(line: ShownLine, columns: readonly string[]): string[] {
  return columns.map((name) => {
    const own = Object.hasOwn(known, name) ? known[name] : undefined;
    if (own) return own(line);
    const { fields } = line;
    return fields && Object.hasOwn(fields, name) ? (fields[name] ?? "") : "";
  });
}

import { asText, dig, type Json, list, record, records, text } from "../objects/json.ts";
import { formatAge } from "../present/format-age.ts";
import type { Page } from "./page.ts";

/** `Name:  value`; nothing where there is no value. */
export function field(page: Page, ...[level, name, value]: [level: number, name: string, value: string]): void {
  if (value !== "") page.row(level, `${name}:`, value);
}

/** Name, namespace, labels, annotations: the head of nearly every description. */
export function head(page: Page, object: Json): void {
  field(page, 0, "Name", text(object, "metadata.name"));
  field(page, 0, "Namespace", text(object, "metadata.namespace"));
  labelsAndNotes(page, object);
}

/** Kinds that say more between their name and their labels. */
export function labelsAndNotes(page: Page, object: Json): void {
  labels(page, "Labels", dig(object, "metadata.labels"));
  annotations(page, object);
}

/** One `key=value` a line, sorted. */
export function labels(page: Page, ...[title, map, level = 0]: [title: string, map: unknown, level?: number]): void {
  const entries = sorted(map);
  if (entries.length === 0) {
    page.row(level, `${title}:`, "<none>");
    return;
  }
  entries.forEach(([key, value], at) => {
    page.row(level, at === 0 ? `${title}:` : "", `${key}=${value}`);
  });
}

const longest = 140;
const skipped = new Set(["kubectl.kubernetes.io/last-applied-configuration"]);

/** Annotations; what is long or has lines goes below its key, cut. */
export function annotations(page: Page, object: Json): void {
  const entries = sorted(dig(object, "metadata.annotations")).filter(([key]) => !skipped.has(key));
  if (entries.length === 0) {
    page.row(0, "Annotations:", "<none>");
    return;
  }
  entries.forEach(([key, whole], at) => {
    const title = at === 0 ? "Annotations:" : "";
    const value = whole.replace(/\n$/, "");
    if (value.length + key.length + 2 <= longest && !value.includes("\n")) {
      page.row(0, title, `${key}: ${value}`);
      return;
    }
    page.row(0, title, `${key}:`);
    for (const line of value.split("\n")) page.row(0, "", `  ${shorten(line)}`);
  });
}

function shorten(line: string): string {
  return line.length > longest - 2 ? `${line.slice(0, longest - 5)}...` : line;
}

/** The entries of a map of texts, by key. */
export function sorted(map: unknown): [string, string][] {
  return Object.entries(record(map))
    .map(([key, value]): [string, string] => [key, asText(value)])
    .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
}

/** `k=v,k=v`, or kubectl's word for none. */
export function joinedMap(map: unknown): string {
  return (
    sorted(map)
      .map(([key, value]) => `${key}=${value}`)
      .join(",") || "<none>"
  );
}

/** Texts and numbers of a list at a path. */
export function texts(value: unknown, path: string): string[] {
  return list(dig(value, path))
    .map(asText)
    .filter((one) => one !== "");
}

const dayNames = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"];
const monthNames = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** RFC 1123 with a numeric zone, as kubectl prints times; UTC, so that it is the same for every reader. */
export function timeText(written: string): string {
  const ms = Date.parse(written);
  if (Number.isNaN(ms)) return written;
  const date = new Date(ms);
  const two = (value: number) => String(value).padStart(2, "0");
  const day = `${dayNames[date.getUTCDay()] ?? ""}, ${two(date.getUTCDate())} ${monthNames[date.getUTCMonth()] ?? ""}`;
  const clock = `${two(date.getUTCHours())}:${two(date.getUTCMinutes())}:${two(date.getUTCSeconds())}`;
  return `${day} ${date.getUTCFullYear()} ${clock} +0000`;
}

/** How long ago, at the capture. */
export function sinceText(page: Page, written: string | undefined): string {
  const ms = Date.parse(written ?? "");
  return Number.isNaN(ms) ? "<unknown>" : formatAge(page.asOfMs - ms);
}

/** `Deployment/web` of the owner that controls the object. */
export function controlledBy(page: Page, ...[object, level = 0]: [object: Json, level?: number]): void {
  const owner = records(object, "metadata.ownerReferences").find((one) => one.controller === true);
  if (owner) field(page, level, "Controlled By", `${text(owner, "kind")}/${text(owner, "name")}`);
}

/** A table below a title, its head underlined as kubectl does. */
export function table(page: Page, ...[level, columns, rows]: [number, readonly string[], readonly string[][]]): void {
  page.row(level, ...columns);
  page.row(level, ...columns.map((name) => "-".repeat(name.length)));
  for (const row of rows) page.row(level, ...row);
}

/** `status.conditions` of workloads: Type, Status, Reason. */
export function conditions(page: Page, object: Json): void {
  const all = records(object, "status.conditions");
  if (all.length === 0) return;
  page.row(0, "Conditions:");
  table(
    page,
    1,
    ["Type", "Status", "Reason"],
    all.map((one) => [text(one, "type"), text(one, "status"), text(one, "reason")]),
  );
}

/** Entries of a map, one a line with a colon, below a title; nothing where it is empty. */
export function mapBelow(page: Page, ...[level, title, map]: [level: number, title: string, map: unknown]): void {
  const entries = sorted(map);
  if (entries.length === 0) return;
  page.row(level, `${title}:`);
  for (const [key, value] of entries) page.row(level + 1, `${key}:`, value);
}

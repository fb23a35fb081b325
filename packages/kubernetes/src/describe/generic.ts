import { asText, type Json, record } from "../objects/json.ts";
import { head } from "./fields.ts";
import type { Page } from "./page.ts";

/** What the head says already, and what kubectl leaves out. */
const leftOut = new Set(["managedFields", "name", "namespace", "labels", "annotations"]);
const deepest = 24;

/** Any kind: its fields by name, in words, indented, as kubectl describes what it does not know. */
export function describeAnything(page: Page, object: Json): void {
  head(page, object);
  page.row(0, "API Version:", asText(object.apiVersion));
  page.row(0, "Kind:", asText(object.kind));
  const metadata = Object.fromEntries(Object.entries(record(object.metadata)).filter(([key]) => !leftOut.has(key)));
  const { apiVersion: _apiVersion, kind: _kind, ...rest } = object;
  fields(page, { ...rest, metadata }, 0);
}

function fields(page: Page, object: Json, level: number): void {
  for (const key of Object.keys(object).sort()) one(page, { title: words(key), value: object[key], level });
}

function one(page: Page, { title, value, level }: { title: string; value: unknown; level: number }): void {
  if (value === null || value === undefined) {
    page.row(level, `${title}:`, "<nil>");
    return;
  }
  if (level > deepest) {
    page.row(level, `${title}:`, "<too deep>");
    return;
  }
  if (Array.isArray(value)) {
    page.row(level, `${title}:`);
    for (const item of value) {
      if (typeof item === "object" && item !== null && !Array.isArray(item)) fields(page, record(item), level + 1);
      else if (Array.isArray(item)) page.row(level + 1, `[${item.map(asText).join(" ")}]`);
      else page.row(level + 1, asText(item));
    }
    return;
  }
  if (typeof value === "object") {
    page.row(level, `${title}:`);
    fields(page, record(value), level + 1);
    return;
  }
  const [first = "", ...more] = asText(value).replace(/\n$/, "").split("\n");
  page.row(level, `${title}:`, first);
  for (const line of more) page.row(level + 1, "", line);
}

/** `lastTransitionTime` is `Last Transition Time`; acronyms stay together. */
function words(key: string): string {
  if (!/^[a-zA-Z]\w{0,99}$/.test(key)) return key;
  const split = key.replace(/([a-z0-9])([A-Z])/g, "$1 $2").replace(/([A-Z]+)([A-Z][a-z])/g, "$1 $2");
  return split.charAt(0).toUpperCase() + split.slice(1);
}

import type { Cell, Column } from "@kubin/schema";
import { asText, type Json, number, records, text } from "../json.ts";
import { evaluateJsonPath, readJsonPath } from "./json-path.ts";
import { age, isoTime, type TableColumn } from "./table.ts";

const maxColumns = 50;
const maxCellLength = 2000;

/**
 * The columns a CustomResourceDefinition (v1 or v1beta1) asks kubectl to show for `version`, and a reader of their
 * cells. Without any, its age alone, as the API server does. A priority above 0 means `-o wide`.
 */
export function crdColumns(crd: Json, version: string): { columns: Column[]; cellsOf: (object: Json) => Cell[] } {
  const ofVersion = records(crd, "spec.versions").find((item) => text(item, "name") === version);
  const own = records(ofVersion, "additionalPrinterColumns");
  const asked = own.length > 0 ? own : records(crd, "spec.additionalPrinterColumns");
  const table = asked.slice(0, maxColumns).map(tableColumn);
  const used = table.length > 0 ? table : [age];
  return {
    columns: used.map(({ name, type, wide }) => ({ name, type, wide })),
    cellsOf: (object) => used.map(({ cell }) => cell(object)),
  };
}

function tableColumn(column: Json): TableColumn {
  const type = text(column, "type");
  // v1beta1 writes JSONPath
  const steps = readJsonPath(text(column, "jsonPath") || text(column, "JSONPath"));
  return {
    name: text(column, "name").slice(0, 100),
    type: type === "date" ? "age" : type === "integer" || type === "number" ? "number" : "text",
    wide: (number(column, "priority") ?? 0) > 0,
    cell: (object) => (steps === undefined ? null : cellOf(type, evaluateJsonPath(steps, object))),
  };
}

function cellOf(type: string, found: readonly unknown[]): Cell {
  const first = found[0];
  if (first === undefined) return null;
  if (type === "date") return isoTime(asText(first));
  if (type === "integer" || type === "number") return number({ first }, "first") ?? null;
  const written = found.map((value) => asText(value) || compact(value)).join(",");
  return written.length > maxCellLength ? `${written.slice(0, maxCellLength)}…` : written;
}

/** Lists and objects as compact JSON, as kubectl prints them. */
function compact(value: unknown): string {
  if (typeof value !== "object") return "";
  try {
    return JSON.stringify(value);
  } catch {
    return "";
  }
}

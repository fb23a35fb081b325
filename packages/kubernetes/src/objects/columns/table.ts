import type { Cell, Column } from "@kubin/schema";
import { type Json, number, text } from "../json.ts";

export interface TableColumn extends Column {
  cell: (object: Json) => Cell;
}

/** Columns by `group/plural`, as kubectl prints them behind NAME. Facts from `pkg/printers/internalversion/printers.go`. */
export type Tables = Record<string, readonly TableColumn[]>;

type Read = string | ((object: Json) => Cell);

function reader(read: Read): (object: Json) => Cell {
  return typeof read === "string" ? (object) => text(object, read) : read;
}

export function col(name: string, read: Read): TableColumn {
  return { name, type: "text", wide: false, cell: reader(read) };
}

export function wide(name: string, read: Read): TableColumn {
  return { name, type: "text", wide: true, cell: reader(read) };
}

/** A number; 0 where a path is absent, as Go's zero value prints. */
export function count(name: string, read: Read): TableColumn {
  const cell = typeof read === "string" ? (object: Json) => number(object, read) ?? 0 : read;
  return { name, type: "number", wide: false, cell };
}

/** A time; its cell is the ISO time itself, null where there is none. */
export function since(name: string, path: string): TableColumn {
  return { name, type: "age", wide: false, cell: (object) => isoTime(text(object, path)) };
}

export const age: TableColumn = since("Age", "metadata.creationTimestamp");

/** The API server prints these few kinds with the time itself instead of an age. */
export const createdAt: TableColumn = col("Created At", (object) =>
  isoTime(text(object, "metadata.creationTimestamp")),
);

export function isoTime(written: string): string | null {
  const ms = Date.parse(written);
  return Number.isNaN(ms) ? null : new Date(ms).toISOString();
}

/** kubectl's word for an empty cell. */
export function orNone(value: string): string {
  return value === "" ? "<none>" : value;
}

/** A list of texts at a path, joined by commas. */
export function joined(values: readonly unknown[]): string {
  return values.filter((value) => typeof value === "string" || typeof value === "number").join(",");
}

import type { LineReading, LineSurroundings } from "../../../parse/line-format.ts";
import type { Attributes } from "../attributes.ts";
import { type AttributeReading, readingOf } from "../reading-of.ts";
import type { Roles } from "../roles.ts";
import type { Marker } from "./markers.ts";

/** How one library or program names what it writes as JSON. */
export interface JsonConvention {
  name: string;
  /** Names that its lines have, and names that they never have. */
  has: readonly Marker[];
  not?: readonly Marker[];
  /** What names alone do not tell. */
  fits?(attributes: Attributes): boolean;
  /** Names that mean something else here. Default: what they mean in general. */
  roles?: Roles;
  /** Changes what was read by the roles. */
  finish?(reading: AttributeReading, from: { attributes: Attributes; around: LineSurroundings }): AttributeReading;
}

/** Reads attributes as a convention says; the body of a line without a message is its request, else its text. */
export function readConvention(
  convention: JsonConvention,
  from: { attributes: Attributes; text: string; around: LineSurroundings },
): LineReading {
  const read = readingOf(from.attributes, convention.roles);
  const reading = convention.finish?.(read, from) ?? read;
  const { body, level, time, fields } = reading;
  return { body: body ?? requestOf(reading) ?? from.text, level, time, fields };
}

/** `GET /healthz 200`, of what a line says about a request. */
export function requestOf(reading: AttributeReading): string | undefined {
  const known = new Map(reading.fields);
  const method = known.get("method");
  const path = known.get("path");
  if (method === undefined || path === undefined) return undefined;
  const status = known.get("status");
  return status === undefined ? `${method} ${path}` : `${method} ${path} ${status}`;
}

import { isKubinError } from "@kubin/schema";
import type { BundleSource } from "../bundle-source.ts";
import { isObject, type JsonObject, textAt } from "../json-object.ts";
import { fieldsOf } from "./k8shark-envelope.ts";

/** What a recording says around its body. */
export interface RecordHead {
  apiPath: string;
  /** HTTP status; 0 where the recording could not be read. */
  status: number;
  /** Of a change that was watched; "" for an answer to a request. */
  event: "ADDED" | "MODIFIED" | "DELETED" | "";
  /** `<namespace>/<name>` of the object of a change. */
  object: string;
}

/** Fields around the body are short; the object of a change is as large as objects are. */
const maxFieldBytes = 4096;
const maxObjectBytes = 16 * 1024 * 1024;

/** Reads as little of the recording as tells its head. Damage gives status 0; throws when the reading was stopped. */
export async function readHead(source: BundleSource, content: AsyncIterable<Uint8Array>): Promise<RecordHead> {
  const fields = new Map<string, Uint8Array[]>();
  try {
    for await (const { name, bytes } of fieldsOf(source.unpack(content))) {
      const isBody = name === "response_body";
      if (isBody && fields.has("response_code") && !fields.has("event_type")) break;
      const known = fields.get(name) ?? [];
      const length = known.reduce((sum, piece) => sum + piece.length, 0);
      const isNeeded = !isBody || fields.has("event_type");
      if (isNeeded && length + bytes.length <= (isBody ? maxObjectBytes : maxFieldBytes)) known.push(bytes.slice());
      fields.set(name, known);
    }
  } catch (error) {
    if (!isKubinError(error) || error.code === "CANCELLED") throw error;
    return { apiPath: "", status: 0, event: "", object: "" };
  }
  const head = parsed(fields);
  const status = head.response_code;
  const event = textAt(head, "event_type");
  return {
    apiPath: textAt(head, "api_path"),
    status: typeof status === "number" ? status : 0,
    event: event === "ADDED" || event === "MODIFIED" || event === "DELETED" ? event : "",
    object: event === "" ? "" : nameOf(head.response_body),
  };
}

/** `<namespace>/<name>` of an object, as changes and lists are matched. */
export function nameOf(object: unknown): string {
  if (!isObject(object)) return "";
  return `${textAt(object.metadata, "namespace")}/${textAt(object.metadata, "name")}`;
}

function parsed(fields: Map<string, Uint8Array[]>): JsonObject {
  const found: JsonObject = {};
  for (const [name, pieces] of fields) {
    const decoder = new TextDecoder();
    const text = pieces.map((piece) => decoder.decode(piece, { stream: true })).join("");
    try {
      found[name] = JSON.parse(text);
    } catch {
      // Cut at its bound, or the body that was passed over.
    }
  }
  return found;
}

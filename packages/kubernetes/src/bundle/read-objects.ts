import { decodeText } from "./decode-text.ts";
import { isObject, type JsonObject, textAt } from "./json-object.ts";
import { kindOfPlural } from "./kinds.ts";
import type { ObjectsRole } from "./layout.ts";
import { parseYaml } from "./parse-yaml.ts";
import type { Piece } from "./piece.ts";
import { splitJson } from "./split-json.ts";
import { splitYaml } from "./split-yaml.ts";

/** Something of a file that is no object; the sentence never quotes the file. */
export interface Trouble {
  kind: "unparseable" | "cut";
  detail: string;
}

export interface ReadObjects {
  content: AsyncIterable<Uint8Array>;
  /** What the path tells of its objects. */
  hints: Pick<ObjectsRole, "plural" | "apiVersion" | "kind" | "namespace" | "unwrap" | "repair" | "repairText">;
  onTrouble(trouble: Trouble): void;
}

/** Lists in lists are a few deep at most. */
const maxNesting = 4;

/**
 * The Kubernetes objects of a file: JSON or YAML, one, many, a List, a typed list, an array. Each has apiVersion, kind
 * and a name; what is none is told by `onTrouble`. Throws what `content` throws, after all that was complete.
 */
export async function* readObjects(opts: ReadObjects): AsyncGenerator<JsonObject> {
  const text = decodeText(opts.content);
  const { looksLikeJson, whole } = await peek(text);
  const pieces = looksLikeJson ? splitJson(whole) : splitYaml(whole);
  for await (const piece of pieces) {
    if (piece.tooLarge) {
      opts.onTrouble({ kind: "cut", detail: "An object is larger than 16 MiB and was left out." });
      continue;
    }
    const { onTrouble } = opts;
    const value = parsePiece(piece, { looksLikeJson, onTrouble, repairText: opts.hints.repairText });
    const inner = opts.hints.unwrap && value !== undefined ? opts.hints.unwrap(value) : value;
    if (inner !== undefined && inner !== null) yield* objectsIn(inner, { opts, list: piece.list, nesting: 0 });
  }
}

async function peek(text: AsyncGenerator<string>): Promise<{ looksLikeJson: boolean; whole: AsyncIterable<string> }> {
  let head = "";
  while (head.trimStart() === "") {
    const next = await text.next();
    if (next.done) break;
    head += next.value;
  }
  async function* whole() {
    if (head !== "") yield head;
    yield* text;
  }
  return { looksLikeJson: /^\s*[{[]/.test(head.slice(0, 4096)), whole: whole() };
}

interface ParsePiece {
  looksLikeJson: boolean;
  repairText: ObjectsRole["repairText"];
  onTrouble(trouble: Trouble): void;
}

function parsePiece(piece: Piece, { repairText, ...opts }: ParsePiece): unknown {
  try {
    if (!opts.looksLikeJson) return parseYaml(piece.text);
    return JSON.parse(piece.text);
  } catch (error) {
    const repaired = repairText?.(piece.text) ?? piece.text;
    if (repaired !== piece.text) return parsePiece({ ...piece, text: repaired }, { ...opts, repairText: undefined });
    // JSON.parse quotes the text in its message, which may be a secret.
    const detail = opts.looksLikeJson || !(error instanceof Error) ? "It is no JSON, or it ends early." : error.message;
    opts.onTrouble({ kind: "unparseable", detail });
    return undefined;
  }
}

interface Around {
  opts: ReadObjects;
  list: Piece["list"];
  nesting: number;
}

function* objectsIn(value: unknown, around: Around): Generator<JsonObject> {
  const isArray = Array.isArray(value);
  if (isArray && around.nesting < maxNesting) {
    for (const item of value) yield* objectsIn(item, { ...around, nesting: around.nesting + 1 });
    return;
  }
  if (!isObject(value)) {
    const detail = isArray ? "There are lists within lists, too deep." : "There is a value that is no object.";
    around.opts.onTrouble({ kind: "unparseable", detail });
    return;
  }
  if (textAt(value, "kind").endsWith("List") && "items" in value && around.nesting < maxNesting) {
    if (!Array.isArray(value.items)) return;
    const list = { apiVersion: textAt(value, "apiVersion"), kind: textAt(value, "kind") };
    yield* objectsIn(value.items, { ...around, list });
    return;
  }
  const object = named(value, around);
  if (object) yield object;
}

/** The object with apiVersion and kind, which items of typed lists take from their list or from the path. */
function named(given: JsonObject, around: Around): JsonObject | undefined {
  const { hints } = around.opts;
  const value = hints.repair ? hints.repair(given) : given;
  const listKind = around.list?.kind?.replace(/List$/, "") ?? "";
  const kind = textAt(value, "kind") || listKind || hints.kind || kindOfPlural(hints.plural) || "";
  const apiVersion = textAt(value, "apiVersion") || around.list?.apiVersion || hints.apiVersion || "";
  const name = isObject(value.metadata) ? textAt(value.metadata, "name") : "";
  if (kind === "" || apiVersion === "" || name === "") {
    const lacking = [kind === "" && "kind", apiVersion === "" && "apiVersion", name === "" && "metadata.name"];
    const detail = `There is a value without ${lacking.filter(Boolean).join(", ")}: no Kubernetes object.`;
    around.opts.onTrouble({ kind: "unparseable", detail });
    return undefined;
  }
  const namespace = textAt(value.metadata, "namespace") || hints.namespace;
  const isPlaced = namespace === undefined || textAt(value.metadata, "namespace") === namespace;
  if (value.kind === kind && value.apiVersion === apiVersion && isPlaced) return value;
  const metadata = isPlaced || !isObject(value.metadata) ? value.metadata : { ...value.metadata, namespace };
  return { ...value, apiVersion, kind, metadata };
}

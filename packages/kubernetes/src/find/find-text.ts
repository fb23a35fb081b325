import type { Json } from "../objects/json.ts";
import { excerptAround } from "./excerpt-around.ts";
import { type NameField, nameFields } from "./name-fields.ts";

export interface FoundText {
  matched: NameField["of"] | "text";
  /** The line it stands in, at most 160 characters around it; the whole name for a name. */
  excerpt: string;
}

/**
 * Where an object holds `text`, any case: in the name, else an address (a whole one first), an image, a label, an
 * annotation; with `everything` else in any key or value. Undefined where it does not.
 */
export function findText(opts: { object: Json; text: string; within: "names" | "everything" }): FoundText | undefined {
  const needle = opts.text.toLowerCase();
  const fields = nameFields(opts.object);
  const whole = fields.find(({ of, line }) => of === "address" && line.toLowerCase() === needle);
  const inName = fields.find(({ of, line }) => of === "name" && line.toLowerCase().includes(needle));
  if (inName) return { matched: "name", excerpt: inName.line };
  if (whole) return { matched: "address", excerpt: whole.line };
  for (const { of, line } of fields) {
    const excerpt = excerptAround(line, needle);
    if (excerpt !== undefined) return { matched: of, excerpt };
  }
  if (opts.within === "names") return undefined;
  const excerpt = excerptIn(opts.object, needle);
  return excerpt === undefined ? undefined : { matched: "text", excerpt };
}

/** The first key or value in document order that holds it. A short value is told with its key. */
function excerptIn(root: Json, needle: string): string | undefined {
  const open: { key: string; value: unknown }[] = [{ key: "", value: root }];
  for (let next = open.pop(); next; next = open.pop()) {
    const { key, value } = next;
    if (typeof value === "object" && value !== null) {
      if (key.toLowerCase().includes(needle)) return excerptAround(key, needle);
      open.push(...childrenOf(value).reverse());
      continue;
    }
    const words = value === null ? "null" : String(value);
    const pair = key === "" ? words : `${key}: ${words}`;
    if (key.toLowerCase().includes(needle)) return excerptAround(pair, needle);
    const inValue = excerptAround(words, needle);
    if (inValue !== undefined) return words.includes("\n") ? inValue : excerptAround(pair, needle);
  }
  return undefined;
}

function childrenOf(value: object): { key: string; value: unknown }[] {
  // Items of a list have no key of their own.
  if (Array.isArray(value)) return value.map((item: unknown) => ({ key: "", value: item }));
  return Object.entries(value).map(([key, child]) => ({ key, value: child }));
}

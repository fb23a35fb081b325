import { dump } from "js-yaml";
import { parseYaml } from "../bundle/parse-yaml.ts";
import type { Place, Redactor } from "../redaction/redactor.ts";
import { concat } from "./gzip.ts";

/** YAML larger than this is redacted by its lines alone: parsing it takes seconds and a hundred times the memory. */
const maxYamlCharacters = 8 * 1024 * 1024;

interface RedactText {
  redactor: Redactor;
  place: Place;
  reshape?: ((value: unknown) => unknown) | undefined;
}

/** JSON and YAML by their fields, and whatever it is by its lines too. Undefined when it had to be parsed and was not. */
export async function redactDocumentText(text: string, opts: RedactText): Promise<Uint8Array | undefined> {
  const plain = byFields(text, opts);
  if (plain === undefined) return undefined;
  async function* whole() {
    yield new TextEncoder().encode(plain);
  }
  const chunks: Uint8Array[] = [];
  for await (const chunk of opts.redactor.lines(whole(), opts.place)) chunks.push(chunk);
  return concat(chunks);
}

function byFields(text: string, opts: RedactText): string | undefined {
  const looksLikeJson = /^\s*[{[]/.test(text.slice(0, 4096));
  const whole = looksLikeJson ? parsed(text) : undefined;
  if (opts.reshape) return whole ? redacted(opts.reshape(whole.value), opts) : undefined;
  if (whole) return redactedUnlessSame(whole.value, { ...opts, text });
  if (looksLikeJson) return jsonLines(text, opts);
  const isYaml = /\.ya?ml(\.(gz|xz|zst))?$/i.test(opts.place.where) && text.length <= maxYamlCharacters;
  return isYaml ? yamlDocuments(text, opts) : text;
}

/** JSON documents, one a line, as audit logs have them. */
function jsonLines(text: string, opts: RedactText): string {
  const lines = text.split("\n").map((line) => {
    const value = /^\s*[{[]/.test(line) ? parsed(line) : undefined;
    return value ? redactedUnlessSame(value.value, { ...opts, text: line, isLine: true }) : line;
  });
  return lines.join("\n");
}

/** Where nothing is taken out, a document stays as it was written, comments included. */
function yamlDocuments(text: string, opts: RedactText): string {
  const documents = text.split(/^(---[^\n]*\n)/m).map((piece) => {
    if (piece.startsWith("---")) return piece;
    try {
      const value = parseYaml(piece);
      if (typeof value !== "object" || value === null) return piece;
      const after = opts.redactor.document(value, opts.place).value;
      return sameJson(value, after) ? piece : dump(after, { lineWidth: -1, noRefs: true });
    } catch {
      return piece;
    }
  });
  return documents.join("");
}

function redactedUnlessSame(value: unknown, opts: RedactText & { text: string; isLine?: boolean }): string {
  const after = opts.redactor.document(value, opts.place).value;
  if (sameJson(value, after)) return opts.text;
  return JSON.stringify(after, undefined, opts.isLine ? undefined : 2);
}

function redacted(value: unknown, { redactor, place }: RedactText): string {
  return JSON.stringify(redactor.document(value, place).value, undefined, 2);
}

/** False for what is too deep to be compared too: it was cut, so it differs. */
function sameJson(before: unknown, after: unknown): boolean {
  try {
    return JSON.stringify(before) === JSON.stringify(after);
  } catch {
    return false;
  }
}

function parsed(text: string): { value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) };
  } catch {
    return undefined;
  }
}

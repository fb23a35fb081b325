import { isObject, type JsonObject } from "../bundle/json-object.ts";
import { redactBinaryData } from "./objects/binary-data.ts";
import { decodeBase64 } from "./objects/decode-base64.ts";
import { droppedBy } from "./objects/dropped-fields.ts";
import { knownBelow } from "./objects/kind-fields.ts";
import { isMask } from "./objects/known-mask.ts";
import { maskValue } from "./objects/mask-value.ts";
import { type Meaning, type ObjectMeaning, plain } from "./objects/meaning.ts";
import { isTexts, redactCommand } from "./objects/redact-list.ts";
import { redactScalar } from "./objects/redact-scalar.ts";
import { redactKey } from "./objects/scan-text.ts";
import { redactSecretData } from "./objects/secret-data.ts";
import { below, type ObjectRules, type Spot, type Taken, tellTaken } from "./objects/spot.ts";
import { type Redacted, seal } from "./redacted.ts";

/** Deeper than any schema of the API; what lies deeper was not looked at, so it does not leave. */
const maxDepth = 200;

export interface ObjectRedaction {
  rules: ObjectRules;
  /** Called for each value that was taken out. */
  tell(taken: Taken): void;
}

/**
 * Takes secrets out of an object: by structure (Secrets, known fields of known kinds, names of fields, variables,
 * arguments, annotations) and by looking through every other text and key. At any depth, so in Templates, Lists and
 * custom resources too. `plural`: as the path tells; what lies among secrets is one, whatever it calls itself.
 * Does not change its input; doing it twice changes nothing more.
 */
export function redactObject(
  object: JsonObject,
  opts: ObjectRedaction & { plural: string | undefined },
): Redacted<JsonObject> {
  const isSecret = opts.plural?.toLowerCase() === "secrets";
  return seal(redactFields(object, topSpot(opts), { ...plain, isSecret }));
}

/** A JSON document of a bundle, by the same rules. */
export function redactDocument(value: unknown, opts: ObjectRedaction): Redacted<{ value: unknown }> {
  return seal({ value: redactValue(value, topSpot(opts), { name: "", meaning: plain }) });
}

function topSpot({ rules, tell }: ObjectRedaction): Spot {
  return { reading: { rules, tell, nesting: 0 }, parent: undefined, step: "", depth: 0 };
}

/** What stands above a value. */
interface Above {
  /** Of the field, of the list that it is in, or of the pair. */
  name: string;
  meaning: Meaning;
  /** The words before, where this is the `args` of a container. */
  command?: readonly string[];
}

function redactValue(value: unknown, spot: Spot, above: Above): unknown {
  if (typeof value !== "object" || value === null) {
    return redactScalar(value, spot, { name: above.name, rule: above.meaning.rule, redactParsed });
  }
  if (spot.depth > maxDepth) {
    const mark = "‹redacted:too-deep›";
    tellTaken(spot, { rule: "too-deep", before: "", mark });
    return mark;
  }
  if (Array.isArray(value)) return redactList(value, spot, above);
  // js-yaml makes these of `!!binary`.
  if (value instanceof Uint8Array) return maskValue(value, spot, "binary");
  return isObject(value) ? redactFields(value, spot, above.meaning) : value;
}

function redactParsed(value: unknown, spot: Spot): unknown {
  return redactValue(value, below(spot, "(json)"), { name: "", meaning: plain });
}

function redactList(list: readonly unknown[], spot: Spot, above: Above): unknown[] {
  const items = isTexts(list) ? redactCommand(list, spot, above.command) : list;
  // `secrets: [a, b]` names them.
  const name = /secrets$/i.test(above.name) ? "" : above.name;
  return items.map((item, index) => {
    const known = knownBelow(above.meaning.known, index);
    const inside = below(spot, index);
    if (typeof known === "string") return maskValue(item, inside, known);
    return redactValue(item, inside, { name, meaning: known ? { ...above.meaning, known } : above.meaning });
  });
}

function redactFields(object: JsonObject, spot: Spot, meaning: Meaning): JsonObject {
  const of = spot.reading.rules.meanings.of(object, meaning);
  const fields: JsonObject = {};
  for (const key of Object.keys(object)) {
    const value = object[key];
    // Bookkeeping of the API, half of many objects: left out for its size, so it counts as nothing taken out.
    if (key === "managedFields" && Array.isArray(value)) continue;
    const inside = below(spot, key);
    const rule = droppedBy(key, value);
    if (rule) tellTaken(inside, { rule, before: typeof value === "string" ? value : key, mark: "" });
    else setField(fields, redactKey(key, inside), redactField(value, inside, { key, of, object }));
  }
  return fields;
}

function setField(object: JsonObject, key: string, value: unknown): void {
  if (key === "__proto__")
    Object.defineProperty(object, key, { value, enumerable: true, configurable: true, writable: true });
  else object[key] = value;
}

interface Field {
  key: string;
  of: ObjectMeaning;
  object: JsonObject;
}

function redactField(value: unknown, spot: Spot, { key, of, object }: Field): unknown {
  const { own, meanings } = spot.reading.rules;
  const isData = key === "data" || key === "stringData";
  if (of.isHelmRelease && isData) return redactSecretData(value, { spot, isBase64: of.isSecret, rule: "helm-release" });
  if (of.isSecret && isData) return redactSecretData(value, { spot, isBase64: key === "data", rule: "secret" });
  if (of.isConfigMap && key === "binaryData") return redactBinaryData(value, spot, redactParsed);
  const name = key === "value" && of.pairName !== "" ? of.pairName : key;
  const ownRule = own.ruleFor(name);
  if (ownRule !== undefined && !own.keeps({ rule: ownRule, key: name, value: String(value) }))
    return maskValue(value, spot, ownRule);
  const known = knownBelow(of.known, key);
  if (typeof known === "string") return maskValue(value, spot, known);
  if (key === "caBundle" && typeof value === "string") return caBundle(value, spot);
  const meaning = meanings.below(of, key);
  // A field of an annotation map is an annotation, and the value of a variable is one of "env".
  const isInner = typeof value === "object" && value !== null;
  const command = key === "args" && isTexts(object.command) ? { command: object.command } : {};
  return redactValue(value, spot, { name, meaning: isInner ? meaning : { ...meaning, rule: of.rule }, ...command });
}

/** Certificates of webhooks and API services: no secret, but kilobytes in each of a hundred objects. */
function caBundle(value: string, spot: Spot): string {
  if (value === "" || isMask(value)) return value;
  const mark = spot.reading.rules.marks.ofLength("ca-bundle", decodeBase64(value) ?? new TextEncoder().encode(value));
  tellTaken(spot, { rule: "ca-bundle", before: value, mark });
  return mark;
}

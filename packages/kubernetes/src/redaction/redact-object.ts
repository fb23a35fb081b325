import { isObject, type JsonObject } from "../bundle/json-object.ts";
import { type Redacted, seal } from "./redacted.ts";
import { dataMark, textMark } from "./secret-mark.ts";

/** Deeper than any schema of the API; what lies deeper was not looked at, so it does not leave. */
const maxDepth = 200;

/** Annotations that repeat what the rules below take out. Dropped wherever they stand, templates included. */
const droppedKeys: Readonly<Record<string, string>> = {
  "kubectl.kubernetes.io/last-applied-configuration": "last-applied-configuration",
  "openshift.io/token-secret.value": "token-annotation",
};

interface Opts {
  /** Plural that the path tells: what lies among secrets is one, whatever it calls itself. */
  plural: string | undefined;
  /** Called for each value that was taken out. */
  onRedact(rule: string): void;
}

/**
 * The object without what must never leave: values of Secrets (keys stay, a mark tells the length), the
 * last-applied-configuration annotation, managedFields. Applies at any depth, so to Secrets inside Templates, Lists and
 * custom resources too. Does not change its input; doing it twice changes nothing more.
 */
export function redactObject(object: JsonObject, opts: Opts): Redacted<JsonObject> {
  const isSecret = opts.plural === "secrets";
  return seal(redactFields(object, { onRedact: opts.onRedact, depth: 0, isSecret }));
}

/** A JSON document of a bundle, by the same rules. */
export function redactDocument(value: unknown, onRedact: Opts["onRedact"]): Redacted<{ value: unknown }> {
  return seal({ value: redactValue(value, { onRedact, depth: 0, isSecret: false }) });
}

interface Place {
  onRedact(rule: string): void;
  depth: number;
  /** The object here is a Secret, whatever its kind says. */
  isSecret: boolean;
}

function redactValue(value: unknown, place: Place): unknown {
  if (typeof value !== "object" || value === null) return value;
  if (place.depth > maxDepth) {
    place.onRedact("too-deep");
    return "‹redacted:too deep›";
  }
  if (!Array.isArray(value)) return isObject(value) ? redactFields(value, place) : value;
  const inside = { ...place, depth: place.depth + 1 };
  return value.map((item) => redactValue(item, inside));
}

function redactFields(object: JsonObject, place: Place): JsonObject {
  const isSecret = place.isSecret || (typeof object.kind === "string" && object.kind.toLowerCase() === "secret");
  const inside = { ...place, depth: place.depth + 1, isSecret: false };
  const fields: [string, unknown][] = [];
  for (const [key, value] of Object.entries(object)) {
    const dropped = Object.hasOwn(droppedKeys, key) ? droppedKeys[key] : undefined;
    if (dropped) place.onRedact(dropped);
    else if (key === "managedFields" && Array.isArray(value)) place.onRedact("managed-fields");
    else if (isSecret && (key === "data" || key === "stringData")) {
      fields.push([key, redactSecretData(value, { place, mark: key === "data" ? dataMark : textMark })]);
    } else if (key === "items" && object.kind === "SecretList" && Array.isArray(value)) {
      fields.push([
        key,
        value.map((item) => redactValue(item, { ...inside, depth: inside.depth + 1, isSecret: true })),
      ]);
    } else fields.push([key, redactValue(value, inside)]);
  }
  // Not assignment: a field may be called __proto__.
  return Object.fromEntries(fields);
}

function redactSecretData(value: unknown, opts: { place: Place; mark(value: unknown): string }): unknown {
  if (value === null || value === undefined) return value;
  if (!isObject(value)) {
    const marked = opts.mark(value);
    if (marked !== value) opts.place.onRedact("secret-value");
    return marked;
  }
  const fields = Object.entries(value).map(([key, secret]): [string, string] => {
    const marked = opts.mark(secret);
    if (marked !== secret) opts.place.onRedact("secret-value");
    return [key, marked];
  });
  return Object.fromEntries(fields);
}

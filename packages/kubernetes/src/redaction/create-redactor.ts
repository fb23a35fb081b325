import { createMarks } from "./marks.ts";
import { redactDocument, redactObject } from "./redact-object.ts";
import { redactLines } from "./redact-lines.ts";
import type { KnownNames, Redaction, RedactionOptions, Redactor } from "./redactor.ts";

/** The redactor of one capture. `names` are needed where `redactNames` is asked for. */
export function createRedactor(opts: RedactionOptions & { names?: KnownNames }): Redactor {
  const marks = createMarks(opts.key);
  const tell = (place: { namespace: string; where: string }) => (rule: string) => {
    const redaction: Redaction = { ...place, rule, at: "", before: "", mark: "" };
    opts.onRedact?.(redaction);
  };
  return {
    object: (object, place) => redactObject(object, { plural: place.plural, onRedact: tell(place) }),
    document: (value, place) => redactDocument(value, tell(place)),
    lines: (content) => redactLines(content),
    label: (text) => text,
    namespace: (name) => name,
    facts: {
      keyId: marks.keyId,
      secretsKept: opts.keepSecrets ?? false,
      namesRedacted: opts.redactNames ?? false,
    },
  };
}

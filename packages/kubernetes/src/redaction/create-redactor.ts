import { loadRedactionTables } from "./load-tables.ts";
import { createMarks } from "./marks.ts";
import { createPseudonyms } from "./names/pseudonyms.ts";
import { renameLines } from "./names/rename-lines.ts";
import { textRenamer } from "./names/rename-text.ts";
import { renameObject, renameTree } from "./names/rename-tree.ts";
import { keepSecrets, keptValue } from "./objects/keep-secrets.ts";
import { meaningReader } from "./objects/meaning.ts";
import { ownKeys } from "./objects/own-keys.ts";
import { scanText } from "./objects/scan-text.ts";
import { nameJudge } from "./objects/secret-name.ts";
import type { ObjectRules, Taken } from "./objects/spot.ts";
import { redactLines } from "./redact-lines.ts";
import { redactDocument, redactObject } from "./redact-object.ts";
import { seal } from "./redacted.ts";
import type { KnownNames, Place, RedactionOptions, Redactor } from "./redactor.ts";

type Options = RedactionOptions & { names?: KnownNames };
/** What takes secrets out; names are another matter. */
type SecretRedactor = Pick<Redactor, "object" | "document" | "lines" | "label">;

/** The redactor of one capture. `names` are needed where `redactNames` is asked for. BAD_INPUT: an own rule is wrong. */
export async function createRedactor(opts: Options): Promise<Redactor> {
  const marks = createMarks(opts.key);
  const secrets = opts.keepSecrets ? keepingSecrets() : await withoutSecrets(opts);
  const facts = {
    keyId: marks.keyId,
    secretsKept: opts.keepSecrets ?? false,
    namesRedacted: opts.redactNames ?? false,
  };
  return opts.redactNames
    ? { ...withPseudonyms(secrets, opts), facts }
    : { ...secrets, namespace: (name) => name, facts };
}

async function withoutSecrets(opts: Options): Promise<SecretRedactor> {
  const marks = createMarks(opts.key);
  const known = opts.tables?.rules === opts.rules ? opts.tables : undefined;
  const { scanner, own } = known ?? (await loadRedactionTables(opts.rules));
  const rules: ObjectRules = {
    scanner,
    marks,
    own: ownKeys(opts.rules, own),
    nameSays: nameJudge(),
    meanings: meaningReader(),
  };
  const tellIn =
    ({ namespace, where }: Place) =>
    (taken: Taken) =>
      opts.onRedact?.({ namespace, where, ...taken });
  return {
    object: (object, place) => redactObject(object, { rules, plural: place.plural, tell: tellIn(place) }),
    document: (value, place) => redactDocument(value, { rules, tell: tellIn(place) }),
    lines(content, place) {
      const tell = tellIn(place);
      return redactLines(content, {
        scanner,
        marks,
        onFinding: ({ line, ...found }) => tell({ ...found, at: `line ${line}` }),
      });
    },
    // Labels repeat what is told where it stands: they are masked and not counted.
    label: (text) =>
      scanText(
        text,
        { reading: { rules, tell: () => undefined, nesting: 0 }, parent: undefined, step: "", depth: 0 },
        { key: "" },
      ),
  };
}

function keepingSecrets(): SecretRedactor {
  return {
    object: (object) => seal(keepSecrets(object)),
    document: (value) => seal({ value: keptValue(value) }),
    lines: (content) => seal(content),
    label: (text) => text,
  };
}

/** Pseudonyms come after the marks: a host in an address with a password is found by both. */
function withPseudonyms(secrets: SecretRedactor, opts: Options): Omit<Redactor, "facts"> {
  const names = opts.names ?? { namespaces: new Set<string>(), hosts: new Set<string>(), domains: new Set<string>() };
  const pseudonyms = createPseudonyms(opts.key, names.hosts);
  const text = textRenamer(names, pseudonyms);
  const renaming = { pseudonyms, text };
  return {
    object: (object, place) => seal(renameObject(secrets.object(object, place), renaming)),
    document: (value, place) => seal({ value: renameTree(secrets.document(value, place).value, renaming) }),
    lines: (content, place) => seal(renameLines(secrets.lines(content, place), text)),
    label: (label) => text(secrets.label(label)),
    namespace: (name) => pseudonyms.namespace(name),
  };
}

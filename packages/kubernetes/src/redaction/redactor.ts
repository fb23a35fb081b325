import type { RedactionFacts, RedactionRules } from "@kubin/schema";
import type { JsonObject } from "../bundle/json-object.ts";
import type { RedactionTables } from "./load-tables.ts";
import type { Redacted } from "./redacted.ts";

/** Something that was taken out, as `--review` shows it. Held on the capturing machine alone. */
export interface Redaction {
  rule: string;
  namespace: string;
  /** File of the bundle. */
  where: string;
  /** Field of an object ("spec.containers[0].env[2].value"), or "line 12" of a log or text. */
  at: string;
  /** What stood there, at most 200 characters. Never leaves the machine, is never logged. */
  before: string;
  /** What stands there now; "" where the whole field was left out. */
  mark: string;
}

export interface RedactionOptions {
  /** 32 random bytes, of this capture or of a team. */
  key: Uint8Array;
  rules?: RedactionRules;
  /** Made of these very `rules` before; without it, or of others, they are built anew. */
  tables?: RedactionTables;
  /** Pseudonyms for namespaces, hosts and addresses. */
  redactNames?: boolean;
  /** Takes nothing out but managedFields, which are large and of no use. */
  keepSecrets?: boolean;
  /** Told of each thing that is taken out. */
  onRedact?(redaction: Redaction): void;
}

/** Where a text stands, for counts and for `Redaction`. */
export interface Place {
  namespace: string;
  /** Path of the file in the bundle. */
  where: string;
}

/**
 * Takes out what must not leave. Everything of a snapshot goes through one of these: objects, logs and documents by
 * type (`Redacted`), and each short text of the manifest by `label`. Doing any of them twice changes nothing more.
 */
export interface Redactor {
  /** `plural`: as the path tells; what lies among secrets is one, whatever it calls itself. */
  object(object: JsonObject, place: Place & { plural: string | undefined }): Redacted<JsonObject>;
  /** A JSON or YAML document that is no list of objects. */
  document(value: unknown, place: Place): Redacted<{ value: unknown }>;
  /** Lines of a log or of a text document; the number of lines stays. */
  lines(content: AsyncIterable<Uint8Array>, place: Place): Redacted<AsyncIterable<Uint8Array>>;
  /** A path, a name, a sentence. */
  label(text: string): string;
  /** The namespace as the snapshot calls it: itself, or its pseudonym. */
  namespace(name: string): string;
  facts: RedactionFacts;
}

/** Names of one cluster that get pseudonyms, collected in a reading of their own. */
export interface KnownNames {
  namespaces: ReadonlySet<string>;
  /** Names of nodes, short and long, of machines, load balancers, routes and of the cluster itself. */
  hosts: ReadonlySet<string>;
  /** Domains of the cluster: whatever host lies in them gets a pseudonym. */
  domains: ReadonlySet<string>;
}

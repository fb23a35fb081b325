import { asCoreEvent } from "../core-event.ts";
import type { Decode, ObjectsRole, Role, SkippedRole } from "../layout.ts";
import { fieldsOf } from "./k8shark-envelope.ts";
import { nameOf, type RecordHead } from "./k8shark-head.ts";
import { type Asked, askedBy } from "./k8shark-path.ts";
import type { PathRecords } from "./k8shark-records.ts";
import { textOfJsonString } from "./k8shark-text.ts";

/** What each recording of an API path is: the state at the end of the capture counts. */
export function rolesOfPath({ apiPath, heads }: PathRecords): (number: number) => Role {
  const asked = askedBy(apiPath);
  const notRead = notReadRole(asked);
  if (notRead) return () => notRead;
  const state = stateAtEnd(heads);
  return (number) => {
    const head = heads.get(number);
    if (number === state.answer) return contentRole(asked, new Set(state.changed.keys()));
    if (head && head.event === "" && head.status !== 200) return failedRole(head, { apiPath, asked, state });
    if (head && state.changed.get(head.object) === number && number > state.answer) {
      return head.event === "DELETED" ? deletedRole(asked) : contentRole(asked, new Set());
    }
    const detail = "k8shark recorded the same request several times; the snapshot has the state at the end.";
    return skipped("earlier recordings", asked, detail);
  };
}

interface State {
  /** Number of the last answer with status 200; -1: there is none. */
  answer: number;
  /** Objects that changed behind that answer, with the number of their last change. */
  changed: Map<string, number>;
}

function stateAtEnd(heads: Map<number, RecordHead>): State {
  let answer = -1;
  for (const [number, { status, event }] of heads) {
    if (status === 200 && event === "" && number > answer) answer = number;
  }
  const changed = new Map<string, number>();
  for (const [number, { event, object }] of heads) {
    if (event !== "" && number > Math.max(answer, changed.get(object) ?? -1)) changed.set(object, number);
  }
  return { answer, changed };
}

/** `changed`: objects of a list that a later recording tells better. */
function contentRole(asked: Asked, changed: ReadonlySet<string>): Role {
  if (asked.of === "log") {
    const { namespace, pod, container } = asked;
    const stream = { namespace, pod, container, source: asked.previous ? "previous" : "current" } as const;
    return { role: "log", stream, decode: (content) => textOfJsonString(bodyOf(content)) };
  }
  if (asked.of !== "objects") return { role: "document", namespace: asked.namespace, decode: bodyOf };
  const { plural, apiVersion, namespace } = asked;
  const role: ObjectsRole = { role: "objects", plural, apiVersion, decode: bodyOf };
  // Items of lists do not say themselves which API they are of.
  if (plural === "events") role.repair = (object) => asCoreEvent({ apiVersion, kind: "Event", ...object });
  if (namespace !== "") role.namespace = namespace;
  if (changed.size > 0) role.unwrap = (value) => (changed.has(nameOf(value)) ? undefined : value);
  return role;
}

const bodyOf: Decode = async function* (content) {
  for await (const { name, bytes } of fieldsOf(content)) if (name === "response_body") yield bytes;
};

function notReadRole(asked: Asked): SkippedRole | undefined {
  if (asked.of === "table") {
    return skipped("tables", asked, "The same objects as kubectl prints them; the objects themselves were read.");
  }
  if (asked.of === "schema") {
    return skipped("OpenAPI schemas", asked, "They describe the API of the cluster, not what is in it.");
  }
  if (asked.of !== "discovery") return undefined;
  return skipped(
    "API discovery",
    asked,
    "The lists of types that the cluster has; its objects name theirs themselves.",
  );
}

function deletedRole(asked: Asked): SkippedRole {
  return skipped("objects deleted during the capture", asked, "They were gone at the end of the capture.");
}

function failedRole(
  { status }: RecordHead,
  { apiPath, asked, state }: { apiPath: string; asked: Asked; state: State },
): SkippedRole {
  const instead = state.answer === -1 ? "there is no other answer." : "an earlier answer was taken.";
  if (status === 0) {
    const detail = `The recording is damaged and could not be read; ${instead}`;
    return { ...skipped(apiPath, asked, detail), kind: "unparseable" };
  }
  const detail = `The API server answered the request with HTTP status ${status}; ${instead}`;
  return { ...skipped(apiPath, asked, detail), kind: status === 401 || status === 403 ? "forbidden" : "missing" };
}

function skipped(group: string, { namespace }: Asked, detail: string): SkippedRole {
  return { role: "skipped", group, namespace, detail };
}

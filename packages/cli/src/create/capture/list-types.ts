import type { BundleEntry, SourceGap } from "@kubin/kubernetes";
import type { Refusal } from "../cluster/answer.ts";
import { CaptureEnded, endWords } from "./ending.ts";
import type { NamespaceScope } from "./find-namespaces.ts";
import { listGap } from "./gap-words.ts";
import { type ListRequest, listPages } from "./list-pages.ts";
import type { LiveContext } from "./live-context.ts";
import { readableTypes } from "./readable-types.ts";
import { type ResourceType, typeName } from "./resource-type.ts";

interface ListTypes extends LiveContext {
  types: readonly ResourceType[];
  namespaces: NamespaceScope;
}

/** Helm keeps a release, with all values that were given to it, in a Secret of this type. */
const helmType = "helm.sh/release.v1";

/** The lists of all types, each as one generator. */
export function* listTypes(context: ListTypes): Generator<AsyncGenerator<BundleEntry>> {
  const mayList = readable(context);
  for (const type of context.types) yield listType(type, { ...context, mayList });
}

type MayListIn = (type: ResourceType, namespace: string) => Promise<boolean>;

/** Asks for the rules of each namespace once. */
function readable({ client }: ListTypes): MayListIn {
  const rules = new Map<string, ReturnType<typeof readableTypes>>();
  return async (type, namespace) => {
    const known = rules.get(namespace) ?? readableTypes(client, namespace);
    rules.set(namespace, known);
    return (await known)(type);
  };
}

async function* listType(type: ResourceType, context: ListTypes & { mayList: MayListIn }): AsyncGenerator<BundleEntry> {
  const { namespaces, onGap, counts } = context;
  try {
    if (!type.namespaced || namespaces.names === undefined) {
      const refusal = yield* listOne(type, { ...context, namespace: "" });
      if (refusal?.kind === "forbidden" && type.namespaced && namespaces.fallback.length > 0) {
        yield* listEach(type, { ...context, names: namespaces.fallback, whole: refusal });
      } else if (refusal) onGap(listGap(type, refusal, ""));
    } else yield* listEach(type, { ...context, names: namespaces.names, whole: undefined });
  } catch (error) {
    if (!(error instanceof CaptureEnded)) throw error;
    const kind = error.why === "time" ? "timed-out" : "cut";
    onGap({
      kind,
      what: typeName(type),
      namespace: "",
      detail: `It was not listed, or not to its end. ${endWords(error.why)}`,
    });
  } finally {
    counts.typesDone++;
  }
}

interface ListEach extends ListTypes {
  mayList: MayListIn;
  names: readonly string[];
  /** Why not all were listed at once. */
  whole: Refusal | undefined;
}

/** One list for each namespace. Where none may be read, that is told once. */
async function* listEach(type: ResourceType, context: ListEach): AsyncGenerator<BundleEntry> {
  const gaps: SourceGap[] = [];
  let listed = 0;
  for (const namespace of context.names) {
    const allowed = context.whole === undefined || (await context.mayList(type, namespace));
    const refusal = allowed
      ? yield* listOne(type, { ...context, namespace })
      : ({ ok: false, kind: "forbidden", status: 403, reason: "Forbidden", again: false } as const);
    if (refusal) gaps.push(listGap(type, refusal, namespace));
    else listed++;
  }
  if (listed === 0 && context.whole) context.onGap(listGap(type, context.whole, ""));
  else for (const gap of gaps) context.onGap(gap);
}

async function* listOne(
  type: ResourceType,
  context: ListTypes & { namespace: string },
): AsyncGenerator<BundleEntry, Refusal | undefined> {
  const { client, namespace, scope, namespaces } = context;
  const isEvent = type.plural === "events";
  const except = namespace === "" && type.namespaced ? namespaces.except : [];
  const selectors = except.map((name) => `metadata.namespace!=${name}`);
  const request: ListRequest = {
    client,
    type,
    namespace,
    // Events bear no labels: with a selector there would be none.
    labelSelector: type.namespaced && !isEvent ? scope.labelSelector : undefined,
    fieldSelector: selectors.join(","),
    partial: false,
    place: namespace || "all",
  };
  if (type.group !== "" || type.plural !== "secrets") return yield* listPages(request);
  const others = [...selectors, `type!=${helmType}`].join(",");
  const refusal = yield* listPages({ ...request, fieldSelector: others });
  if (refusal) return refusal;
  // Of releases the metadata alone: name, revision and status are labels.
  const releases = [...selectors, `type=${helmType}`].join(",");
  return yield* listPages({ ...request, fieldSelector: releases, partial: true, place: `${request.place}-helm` });
}

import { isObject, textAt } from "@kubin/kubernetes";
import type { Refusal } from "../cluster/answer.ts";
import type { ClusterClient } from "../cluster/cluster-client.ts";
import { readJson } from "../cluster/read-json.ts";
import { globOf } from "./choose-types.ts";
import { itemsOf } from "./discovered.ts";

export interface WantedNamespaces {
  /** Names or globs; all where it is empty. */
  only: readonly string[];
  /** Names or globs. */
  except: readonly string[];
  /** Known without asking: the namespace of the context, and those of the settings. */
  known: readonly string[];
}

/** How namespaced types are listed. */
export interface NamespaceScope {
  /** One list over all namespaces, less those of `except`; or else one for each of `names`. */
  names: readonly string[] | undefined;
  except: readonly string[];
  /** What a list over all falls back to where that is forbidden. */
  fallback: readonly string[];
  /** Why the namespaces could not be listed, where it was asked. */
  refused: Refusal | undefined;
}

/** Names of a list over all namespaces, as a field selector, up to so many; beyond that one list for each is shorter. */
const maxExcept = 100;
const maxNamespaces = 100_000;

/** Finds the namespaces, asking the cluster where names alone do not tell. */
export async function findNamespaces(client: ClusterClient, wanted: WantedNamespaces): Promise<NamespaceScope> {
  const { only, except, known } = wanted;
  const plain = only.length > 0 && ![...only, ...except].some((name) => name.includes("*"));
  if (plain) {
    return { names: only.filter((name) => !except.includes(name)), except: [], fallback: [], refused: undefined };
  }
  const all = await listNames(client);
  const there = all.ok ? all.names : [...new Set(known)];
  const chosen = there.filter((name) => matches(name, only, true) && !matches(name, except, false));
  const refused = all.ok ? undefined : all;
  const left = there.filter((name) => !chosen.includes(name));
  const restricted = only.length > 0 || except.length > 0;
  if (!restricted) return { names: undefined, except: [], fallback: chosen, refused };
  const byNames = !all.ok || left.length > maxExcept || chosen.length <= left.length;
  if (byNames) return { names: chosen, except: [], fallback: [], refused };
  return { names: undefined, except: left, fallback: chosen, refused };
}

function matches(name: string, patterns: readonly string[], whenNone: boolean): boolean {
  return patterns.length === 0 ? whenNone : patterns.some((pattern) => globOf(pattern).test(name));
}

/** Their names alone, page by page. */
async function listNames(client: ClusterClient): Promise<{ ok: true; names: string[] } | Refusal> {
  const names: string[] = [];
  let next = "";
  do {
    const path = `/api/v1/namespaces?limit=500${next === "" ? "" : `&continue=${encodeURIComponent(next)}`}`;
    const accept = "application/json;as=PartialObjectMetadataList;g=meta.k8s.io;v=v1,application/json";
    const answer = await readJson(client, { path, accept });
    if (!answer.ok) return answer;
    for (const item of itemsOf(answer.value, "items")) names.push(textAt(isObject(item) ? item.metadata : {}, "name"));
    next = isObject(answer.value) ? textAt(answer.value.metadata, "continue") : "";
  } while (next !== "" && names.length < maxNamespaces);
  return { ok: true, names };
}

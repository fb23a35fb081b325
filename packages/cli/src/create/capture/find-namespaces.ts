import { isObject, type SourceGap, textAt } from "@kubin/kubernetes";
import { globOf } from "../../usage/glob-of.ts";
import type { Refusal } from "../cluster/answer.ts";
import type { ClusterClient } from "../cluster/cluster-client.ts";
import { readJson } from "../cluster/read-json.ts";
import { itemsOf } from "./discovered.ts";
import { gapKindOf, ruleFor } from "./gap-words.ts";

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
  /** What was asked for and is not there, or could not be looked up. */
  gaps: readonly SourceGap[];
}

/** Names of a list over all namespaces, as a field selector, up to so many; beyond that one list for each is shorter. */
const maxExcept = 100;
const maxNamespaces = 100_000;

/** Finds the namespaces, asking the cluster where names alone do not tell. */
export async function findNamespaces(client: ClusterClient, wanted: WantedNamespaces): Promise<NamespaceScope> {
  const { only, except, known } = wanted;
  const plain = only.length > 0 && ![...only, ...except].some((name) => name.includes("*"));
  if (plain) {
    const names = only.filter((name) => !except.includes(name));
    return { names, except: [], fallback: [], gaps: await missingOf(client, names) };
  }
  const all = await listNames(client);
  const there = all.ok ? all.names : [...new Set(known)];
  const chosen = there.filter((name) => matches(name, only, true) && !matches(name, except, false));
  const gaps = gapsOf({ all, only, there });
  const left = there.filter((name) => !chosen.includes(name));
  const restricted = only.length > 0 || except.length > 0;
  if (!restricted) return { names: undefined, except: [], fallback: chosen, gaps };
  const byNames = !all.ok || left.length > maxExcept || chosen.length <= left.length;
  if (byNames) return { names: chosen, except: [], fallback: [], gaps };
  return { names: undefined, except: left, fallback: chosen, gaps };
}

/** A name with a slip in it would else look like an empty namespace. Who may not look gets no answer, and no gap. */
async function missingOf(client: ClusterClient, names: readonly string[]): Promise<SourceGap[]> {
  const answers = await Promise.all(
    names.map(async (name) => {
      const answer = await readJson(client, { path: `/api/v1/namespaces/${encodeURIComponent(name)}` });
      return !answer.ok && answer.kind === "gone" ? [gapOf(name, "The cluster has no namespace of this name.")] : [];
    }),
  );
  return answers.flat();
}

interface GapsOf {
  all: { ok: true; names: string[] } | Refusal;
  only: readonly string[];
  there: readonly string[];
}

function gapsOf({ all, only, there }: GapsOf): SourceGap[] {
  const unmet = only.filter((pattern) => !there.some((name) => globOf(pattern).test(name)));
  const gaps = unmet.map((pattern) => gapOf(pattern, "No namespace that is known fits this."));
  if (all.ok) return gaps;
  const rule = ruleFor({ group: "", resource: "namespaces", verb: "list" });
  const known = there.length === 0 ? "none is known" : `only ${there.join(", ")} could be asked for`;
  const detail = `The namespaces could not be listed, so ${known}. Name others with -n. It would take the rule ${rule}`;
  return [...gaps, { kind: gapKindOf(all), what: "namespaces", namespace: "", detail }];
}

function gapOf(name: string, detail: string): SourceGap {
  return { kind: "missing", what: `namespace ${name}`, namespace: "", detail };
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

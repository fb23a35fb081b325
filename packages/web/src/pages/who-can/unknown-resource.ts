import { knownKinds } from "@kubin/kubernetes";
import type { KindCount } from "@kubin/schema";
import type { Question } from "./question-of.ts";

/** What roles name and no capture holds. */
const virtual = ["users", "groups", "uids", "userextras", "tokenreviews", "subjectaccessreviews", "selfsubjectreviews"];

interface UnknownResource {
  /** The one that was meant, most likely; as one writes it. */
  nearest: string | undefined;
}

/** Undefined where the capture or Kubernetes knows the resource that is asked for; a path and `*` are none. */
export function unknownResource(question: Question, kinds: readonly KindCount[]): UnknownResource | undefined {
  const [plural = ""] = question.resource.split("/");
  if (plural === "" || plural === "*" || question.group === "*") return undefined;
  const all = [...kinds, ...knownKinds];
  const alike = all.filter((one) => one.plural === plural);
  if (virtual.includes(plural) || alike.some(({ group }) => group === question.group)) return undefined;
  // The group was left out, or is another one.
  if (alike[0]) return { nearest: written(alike[0]) };
  return { nearest: nearestOf(written({ group: question.group, plural }), all.map(written)) };
}

function written({ group, plural }: Pick<KindCount, "group" | "plural">): string {
  return group === "" ? plural : `${plural}.${group}`;
}

const leastAlike = 0.6;

/** The name that has most pairs of letters in common with `text`. */
function nearestOf(text: string, names: readonly string[]): string | undefined {
  const [best] = names
    .map((name) => ({ name, alike: alikeness(text.toLowerCase(), name) }))
    .sort((one, other) => other.alike - one.alike);
  return best && best.alike >= leastAlike ? best.name : undefined;
}

/** 1 for the same pairs of letters, 0 for none in common. */
function alikeness(one: string, other: string): number {
  const [pairs, others] = [pairsOf(one), pairsOf(other)];
  const common = [...pairs].filter((pair) => others.has(pair)).length;
  return (2 * common) / (pairs.size + others.size);
}

function pairsOf(text: string): Set<string> {
  const bounded = `^${text}$`;
  return new Set(Array.from({ length: bounded.length - 1 }, (_, at) => bounded.slice(at, at + 2)));
}

import { KubinError } from "@kubin/schema";
import { globOf } from "../../usage/glob-of.ts";
import { type ResourceType, typeName } from "./resource-type.ts";

export interface TypePatterns {
  /** Of all types where it is empty. */
  include: readonly string[];
  exclude: readonly string[];
}

/** Read first: what people look for, and what tells which logs there are. */
const first = ["namespaces", "pods", "events", "nodes", "deployments.apps", "statefulsets.apps", "daemonsets.apps"];

/**
 * The types that the patterns name (`pods`, `deployments.apps`, `Pod`, `*.cert-manager.io`), the most wanted first.
 * Throws BAD_INPUT for a pattern of `include` that no type fits.
 */
export function chooseTypes(types: readonly ResourceType[], { include, exclude }: TypePatterns): ResourceType[] {
  for (const pattern of include) {
    if (types.some((type) => fits(type, pattern))) continue;
    const sentence = `--include ${pattern}: the cluster has no such type that can be listed.`;
    throw new KubinError("BAD_INPUT", `${sentence}\n\`kubectl api-resources --verbs=list\` shows what it has.`);
  }
  const wanted = types.filter((type) => {
    const named = include.length === 0 || include.some((pattern) => fits(type, pattern));
    return named && !exclude.some((pattern) => fits(type, pattern)) && !isOldName(type, types);
  });
  const rank = (type: ResourceType) => (first.indexOf(typeName(type)) + first.length + 1) % (first.length + 1);
  return wanted.sort((a, b) => rank(a) - rank(b));
}

function fits(type: ResourceType, pattern: string): boolean {
  const wanted = globOf(pattern.toLowerCase());
  const names = [type.plural, typeName(type), type.kind.toLowerCase(), `${type.plural}.${type.group || "core"}`];
  return names.some((name) => wanted.test(name));
}

/** Servers before 1.22 show ingresses and more under `extensions` too: the same objects. */
function isOldName({ group, plural }: ResourceType, types: readonly ResourceType[]): boolean {
  return group === "extensions" && types.some((other) => other.group !== "extensions" && other.plural === plural);
}

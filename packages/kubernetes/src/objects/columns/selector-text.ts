import { dig, isThere, type Json, textMap } from "../json.ts";
import type { Requirement } from "../selector.ts";
import { readLabelSelector } from "../selector-of.ts";

/** A `metav1.LabelSelector` as kubectl prints it: `app=web,env in (a,b),!old`, "<none>" when empty or absent. */
export function labelSelectorText(object: Json, path: string): string {
  if (!isThere(object, path)) return "<none>";
  const requirements = readLabelSelector(dig(object, path)).map(requirementText);
  return requirements.length === 0 ? "<none>" : requirements.sort().join(",");
}

/** A plain map of labels, sorted: `a=1,b=2`. */
export function labelMapText(object: Json, path: string): string {
  const pairs = Object.entries(textMap(object, path)).map(([key, value]) => `${key}=${value}`);
  return pairs.length === 0 ? "<none>" : pairs.sort().join(",");
}

function requirementText({ key, op, values }: Requirement): string {
  switch (op) {
    case "in":
      return values.length === 1 ? `${key}=${values[0]}` : `${key} in (${values.join(",")})`;
    case "notin":
      return `${key} notin (${values.join(",")})`;
    case "exists":
      return key;
    case "absent":
      return `!${key}`;
    case "gt":
      return `${key}>${values.join(",")}`;
    case "lt":
      return `${key}<${values.join(",")}`;
  }
}

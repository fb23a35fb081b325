import { knownKinds } from "@kubin/kubernetes";
import type { KindCount } from "@kubin/schema";

/** All that people call a kind, in lower case: `pods`, `pod`, `po`, and `deployments.apps`. */
export function kindNames({ group, plural, kind }: Pick<KindCount, "group" | "plural" | "kind">): string[] {
  const known = knownKinds.find((one) => one.group === group && one.plural === plural);
  const names = [plural, kind.toLowerCase(), ...(known?.short ?? [])];
  return group === "" ? names : [...names, `${plural}.${group}`];
}

/** How well `text` names it: 0 exactly, 1 its beginning, undefined not at all. */
export function fitOf(names: readonly string[], text: string): 0 | 1 | undefined {
  if (names.includes(text)) return 0;
  return names.some((name) => name.startsWith(text)) ? 1 : undefined;
}

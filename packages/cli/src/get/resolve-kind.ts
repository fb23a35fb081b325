import { knownKinds } from "@kubin/kubernetes";
import { type KindCount, KubinError } from "@kubin/schema";
import { inert } from "../output/inert.ts";
import { nearest } from "../usage/nearest.ts";

/** A kind that somebody asked for; `captured` is what the snapshot holds of it, if anything. */
export interface ResolvedKind {
  group: string;
  plural: string;
  kind: string;
  captured: KindCount | undefined;
}

/** Names of a custom kind, as its definition says them. */
export interface CustomNames {
  group: string;
  plural: string;
  names: readonly string[];
}

/**
 * The kind that `text` names: plural, singular, kind, short name, each also with `.group` (and `.version.group`).
 * What the snapshot holds comes first, core and built-in groups before custom ones; then what Kubernetes itself defines,
 * so that "none captured" is not "no such kind". `custom` is asked for short names of CRDs only when all else fails.
 */
export async function resolveKind(opts: {
  text: string;
  kinds: readonly KindCount[];
  custom: () => Promise<readonly CustomNames[]>;
}): Promise<ResolvedKind> {
  const { text, kinds } = opts;
  const wanted = text.toLowerCase();
  const captured = kinds.filter((kind) => namesOf(kind).some((name) => fits(wanted, name, kind)));
  const [best] = captured.sort((a, b) => rank(a) - rank(b));
  if (best) return { ...pick(best), captured: best };
  const builtIn = knownKinds.find((kind) => namesOf(kind).some((name) => fits(wanted, name, kind)));
  if (builtIn) return { ...pick(builtIn), captured: undefined };
  for (const custom of await opts.custom()) {
    if (!custom.names.some((name) => fits(wanted, name.toLowerCase(), custom))) continue;
    const found = kinds.find((kind) => kind.group === custom.group && kind.plural === custom.plural);
    return found ? { ...pick(found), captured: found } : { ...custom, kind: custom.plural, captured: undefined };
  }
  throw unknownKind(text, kinds);
}

function pick({ group, plural, kind }: { group: string; plural: string; kind: string }) {
  return { group, plural, kind };
}

/** Lower case: plural, kind, and the short names where Kubernetes defines the kind. */
function namesOf({ group, plural, kind }: { group: string; plural: string; kind: string }): string[] {
  const short = knownKinds.find((one) => one.plural === plural && one.group === group)?.short ?? [];
  return [plural.toLowerCase(), kind.toLowerCase(), ...short];
}

function fits(wanted: string, name: string, { group }: { group: string }): boolean {
  if (wanted === name) return true;
  if (!wanted.startsWith(`${name}.`)) return false;
  const rest = wanted.slice(name.length + 1);
  return group !== "" && (rest === group.toLowerCase() || rest.endsWith(`.${group.toLowerCase()}`));
}

/** The API server's order of groups, roughly: core, then Kubernetes' own, then all others. */
function rank({ group, plural }: KindCount): number {
  if (group === "") return 0;
  return knownKinds.some((one) => one.group === group && one.plural === plural) ? 1 : 2;
}

function unknownKind(text: string, kinds: readonly KindCount[]): KubinError {
  const names = [...kinds, ...knownKinds].flatMap((kind) => [kind.plural, kind.kind.toLowerCase()]);
  const near = nearest(text, names);
  const hint = near === undefined ? "" : ` Did you mean ${near}?`;
  const sentence = `This snapshot has no kind "${inert(text)}", and Kubernetes defines none by that name.${hint}`;
  return new KubinError("BAD_INPUT", `${sentence}\n\`kubin get\` lists the kinds of the snapshot.`);
}

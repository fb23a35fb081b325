import { KubinError } from "@kubin/schema";
import { chooseTypes } from "../create/capture/choose-types.ts";
import { builtInTypes, wellKnownGroups, wellKnownTypes } from "./built-in-types.ts";
import type { RbacPlan } from "./rbac-args.ts";
import type { RbacType } from "./rbac-type.ts";

/** Who may list these may log in as others. OpenShift keeps tokens in types of their own. */
const secretTypes = new Set([
  "/secrets",
  "oauth.openshift.io/oauthaccesstokens",
  "oauth.openshift.io/oauthauthorizetokens",
  "oauth.openshift.io/useroauthaccesstokens",
]);

/** The types that the rules name: of the cluster where it was asked, else of every cluster. Throws BAD_INPUT. */
export function chooseRbacTypes(plan: RbacPlan, ofCluster: readonly RbacType[] | undefined): RbacType[] {
  const all = ofCluster ?? [...builtInTypes, ...plan.groups.flatMap(typesOfGroup)];
  const allowed = all.filter(({ group, plural }) => plan.withSecrets || !secretTypes.has(`${group}/${plural}`));
  // `chooseTypes` knows a type by its kind too, which no list here has.
  const types = allowed.map((type) => ({ ...type, version: "", kind: type.plural }));
  for (const pattern of plan.include) {
    const others = chooseTypes(types, { include: [], exclude: [pattern] });
    if (others.length < types.length) continue;
    throw new KubinError("BAD_INPUT", `--include ${pattern}: ${noSuchType(pattern, ofCluster !== undefined)}`);
  }
  const chosen = chooseTypes(types, plan).map(({ group, plural, namespaced }) => ({ group, plural, namespaced }));
  const wanted = chosen.filter(({ namespaced }) => namespaced || !plan.namespacedOnly);
  if (wanted.length > 0) return wanted;
  throw new KubinError("BAD_INPUT", "Nothing is left that a rule could allow: see --include, --exclude.");
}

function noSuchType(pattern: string, isAsked: boolean): string {
  if (/^secrets?(\.core)?$/i.test(pattern)) return "Secrets are allowed with --with-secrets only.";
  if (isAsked) return "the cluster has no such type that can be listed.";
  return "no built-in type is called so (plurals: pods,deployments.apps).\nFor custom ones add --group, or ask the cluster with --from-cluster.";
}

/** `cert-manager.io`, or `example.org=widgets,gadgets`: a rule names each type, so somebody has to. */
function typesOfGroup(given: string): RbacType[] {
  const [group = "", plurals] = given.split("=", 2);
  const isNamed = /^[a-z0-9-]+(\.[a-z0-9-]+)+$/.test(group) && /^[a-z0-9-]+(,[a-z0-9-]+)*$/.test(plurals ?? "x");
  if (!isNamed) throw new KubinError("BAD_INPUT", `--group takes a group, or group=plural,plural; not "${given}".`);
  // Nobody here knows their scope. Taken for namespaced, they are never allowed in more namespaces than asked.
  if (plurals !== undefined) return plurals.split(",").map((plural) => ({ group, plural, namespaced: true }));
  const known = wellKnownTypes(group);
  if (known.length > 0) return known;
  const ways = `Name them (--group ${group}=widgets,gadgets), or ask the cluster with --from-cluster.`;
  throw new KubinError(
    "BAD_INPUT",
    `--group ${group}: which types? ${ways}\nKnown without: ${wellKnownGroups.join(", ")}.`,
  );
}

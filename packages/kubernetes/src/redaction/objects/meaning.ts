import { isObject, type JsonObject, objectAt, textAt } from "../../bundle/json-object.ts";
import { type KnownFields, knownBelow, knownFields } from "./kind-fields.ts";

/** What the place of a value says of it. */
export interface Meaning {
  /** The rule under whose name a text is taken out here because of its name: "env", "annotation", "field"… */
  rule: string;
  /** The object here is a Secret, or holds a list of them, whatever its kind says. */
  isSecret: boolean;
  known: KnownFields | undefined;
}

/** What the fields of one object have in common. */
export interface ObjectMeaning extends Meaning {
  isSecretList: boolean;
  isConfigMap: boolean;
  /** Holds a release of Helm: chart, values and manifests, packed. */
  isHelmRelease: boolean;
  /** `name` of a pair of name and value, or "". */
  pairName: string;
}

/** Below these, names of secrets stand beside their sums or places, e.g. `status.secretHashes` of OpenStack. */
const about = /(hash|hashes|checksums|selectors|refs|versions)$/i;
/** No name says anything of a value there. */
export const aboutSecrets = "about-secrets";

export const plain: Meaning = { rule: "field", isSecret: false, known: undefined };

const rulesByKey: ReadonlyMap<string, string> = new Map([
  ["env", "env"],
  ["annotations", "annotation"],
  ["labels", "label"],
  ["matchLabels", "label"],
  ["httpHeaders", "header"],
]);

/** Reads kinds in any case: "secret" of a Template is a Secret to the server that gets it, or was meant to be one. */
export function meaningReader() {
  const fields = knownFields();
  return {
    of(object: JsonObject, meaning: Meaning): ObjectMeaning {
      const kind = typeof object.kind === "string" ? textAt(object, "kind").toLowerCase() : "";
      const isConfigMap = kind === "configmap";
      const isSecret = meaning.isSecret || kind === "secret";
      return {
        rule: meaning.rule,
        isSecret,
        known: meaning.known ?? (kind === "" ? undefined : fields.get(kind)),
        isSecretList: kind === "secretlist" || (meaning.isSecret && Array.isArray(object.items)),
        isConfigMap,
        isHelmRelease: (isConfigMap || isSecret) && isHelm(object),
        pairName: pairName(object),
      };
    },
    /** What is said of the value below `key`. */
    below(of: ObjectMeaning, key: string): Meaning {
      const known = knownBelow(of.known, key);
      const isConfig = of.isConfigMap && key === "data";
      const rule = isConfig ? "config-value" : (rulesByKey.get(key) ?? (about.test(key) ? aboutSecrets : "field"));
      return {
        rule,
        isSecret: of.isSecretList && key === "items",
        known: typeof known === "object" ? known : undefined,
      };
    },
  };
}

export type MeaningReader = ReturnType<typeof meaningReader>;

function isHelm(object: JsonObject): boolean {
  const name = textAt(object.metadata, "name");
  const labels = objectAt(object.metadata, "labels");
  return name.startsWith("sh.helm.release.") || object.type === "helm.sh/release.v1" || labels.OWNER === "TILLER";
}

/** Selectors, tolerations and taints are pairs of key and value too, and hold no secrets. */
function pairName(object: JsonObject): string {
  if (object.value === undefined || isObject(object.value)) return "";
  if ("operator" in object || "effect" in object) return "";
  return textAt(object, "name") || textAt(object, "key") || textAt(object, "header");
}

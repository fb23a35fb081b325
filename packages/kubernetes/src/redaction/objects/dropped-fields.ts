/** Annotations of Rancher and kapp that repeat the whole object, packed or as text. */
const copies = new Set(["objectset.rio.cattle.io/applied", "kapp.k14s.io/original"]);

/**
 * The rule that drops the field, or undefined. Wherever they stand, templates included: what repeats the object as text
 * (`kubectl.kubernetes.io/last-applied-configuration` and its kin of Banzai, Longhorn, kubecfg).
 */
export function droppedBy(key: string, value: unknown): string | undefined {
  if (key === "openshift.io/token-secret.value") return value === "" ? undefined : "token-annotation";
  const slash = key.indexOf("/");
  if (slash === -1) return undefined;
  const isCopy = key.includes("last-applied", slash) || key.startsWith("original-diff", slash + 1) || copies.has(key);
  return isCopy ? "last-applied-configuration" : undefined;
}

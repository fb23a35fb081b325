/** A kind in the plural as a person writes it: "Pods", "NetworkPolicies", "Ingresses". */
export function kindTitle(kind: string): string {
  if (/(?:s|x|ch|sh)$/.test(kind) && !/(?:Endpoints|Metrics)$/.test(kind)) return `${kind}es`;
  if (/[^aeiou]y$/.test(kind)) return `${kind.slice(0, -1)}ies`;
  return /s$/.test(kind) ? kind : `${kind}s`;
}

/** One requirement on a label. As in Kubernetes, `notin` also holds where the label is absent. */
export interface Requirement {
  key: string;
  op: "in" | "notin" | "exists" | "absent" | "gt" | "lt";
  values: string[];
}

/** All requirements must hold; an empty list selects everything. */
export type Selector = Requirement[];

/** Whether labels satisfy a selector, by the rules of `k8s.io/apimachinery/pkg/labels`. */
export function matchesSelector(selector: Selector, labels: Record<string, string>): boolean {
  return selector.every((requirement) => holds(requirement, labels));
}

function holds({ key, op, values }: Requirement, labels: Record<string, string>): boolean {
  const value = Object.hasOwn(labels, key) ? labels[key] : undefined;
  switch (op) {
    case "in":
      return value !== undefined && values.includes(value);
    case "notin":
      return value === undefined || !values.includes(value);
    case "exists":
      return value !== undefined;
    case "absent":
      return value === undefined;
    case "gt":
      return value !== undefined && compare(value, values[0]) > 0;
    case "lt":
      return value !== undefined && compare(value, values[0]) < 0;
  }
}

/** NaN, which is neither above nor below 0, unless both are integers. */
function compare(left: string, right: string | undefined): number {
  const integer = /^-?\d+$/;
  return right !== undefined && integer.test(left) && integer.test(right) ? Number(left) - Number(right) : Number.NaN;
}

import { KubinError } from "@kubin/schema";

/** What `kubin get` was asked for: kinds, each with names (none: all of them). */
export interface What {
  kind: string;
  names: string[];
}

/** `pods`, `deploy,svc`, `pod a b`, `pod/a deploy/b`. Throws BAD_INPUT where both ways are mixed, as kubectl does. */
export function parseWhat(kind: string, names: readonly string[]): What[] {
  const pairs = [kind, ...names].filter((word) => word.includes("/"));
  if (pairs.length === 0) {
    const kinds = kind.split(",").filter((one) => one !== "");
    if (kinds.length === 0) throw new KubinError("BAD_INPUT", "Which kind? For instance: kubin get pods");
    if (kinds.length > 1 && names.length > 0) {
      throw new KubinError("BAD_INPUT", "Several kinds and names do not go together; write kind/name for each object.");
    }
    return kinds.map((one) => ({ kind: one, names: [...names] }));
  }
  if (pairs.length !== names.length + 1) {
    throw new KubinError("BAD_INPUT", "kind/name and bare names do not go together; write kind/name for each object.");
  }
  return pairs.map((pair) => {
    const [one = "", name = "", ...rest] = pair.split("/");
    if (one !== "" && name !== "" && rest.length === 0) return { kind: one, names: [name] };
    throw new KubinError("BAD_INPUT", `"${pair}" is no object. Expected kind/name, like pod/web-0.`);
  });
}

import type { SourceGap } from "@kubin/kubernetes";
import type { Refusal, RefusalKind } from "../cluster/answer.ts";
import { type ResourceType, typeName } from "./resource-type.ts";

const gapKinds: Readonly<Record<RefusalKind, SourceGap["kind"]>> = {
  forbidden: "forbidden",
  gone: "missing",
  expired: "cut",
  "timed-out": "timed-out",
  failed: "missing",
  "not-now": "missing",
};

/** How the coverage calls a refusal. */
export function gapKindOf({ kind }: Refusal): SourceGap["kind"] {
  return gapKinds[kind];
}

/** "did not answer in time.": what follows "The API server". */
export function refusalWords({ kind, status, reason }: Refusal): string {
  const code = [status === 0 ? "" : String(status), reason].filter((word) => word !== "").join(" ");
  const told = code === "" ? "" : ` (${code})`;
  switch (kind) {
    case "forbidden":
      return status === 401
        ? `does not know who asks${told}: the credentials are wrong or over.`
        : `forbids it${told}.`;
    case "gone":
      return `does not have it any more${told}.`;
    case "expired":
      return `gave the list up midway${told}, each time it was begun anew.`;
    case "timed-out":
      return `did not answer in time${told}.`;
    case "not-now":
      return `cannot give it${told}.`;
    case "failed":
      return status === 0 ? `cannot be reached${told}.` : `answered with an error${told}.`;
  }
}

/** The rule of a Role or ClusterRole that allows it, in one line. */
export function ruleFor({ group, resource, verb }: { group: string; resource: string; verb: string }): string {
  return `{apiGroups: ["${group}"], resources: ["${resource}"], verbs: ["${verb}"]}`;
}

/** A type that was not listed, in all namespaces or in one. */
export function listGap(type: ResourceType, refusal: Refusal, namespace: string): SourceGap {
  const kind = gapKindOf(refusal);
  const rule = ruleFor({ group: type.group, resource: type.plural, verb: "list" });
  const where = namespace === "" ? "a ClusterRole" : "a Role there";
  const detail =
    kind === "forbidden" && refusal.status === 403
      ? `Not allowed: list. This rule in ${where} would allow it: ${rule}`
      : `It was not listed to its end: the API server ${refusalWords(refusal)}`;
  return { kind, what: typeName(type), namespace, detail };
}

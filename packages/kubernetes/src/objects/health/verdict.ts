import type { Verdict } from "../described-object.ts";
import { type Json, records, text } from "../json.ts";

type Judge = (object: Json) => Verdict;
export type Judges = Record<string, Judge>;

export const ok: Verdict = { health: "ok", reason: "" };
export const unknown: Verdict = { health: "unknown", reason: "" };

export function failing(...parts: string[]): Verdict {
  return { health: "failing", reason: sentence(parts) };
}

export function warning(...parts: string[]): Verdict {
  return { health: "warning", reason: sentence(parts) };
}

const maxReasonLength = 500;

/** Parts that say something, behind each other on one line: "Pending: 0/5 nodes fit". */
function sentence(parts: readonly string[]): string {
  const line = parts
    .map((part) => part.slice(0, 2000).replace(/\s+/g, " ").trim())
    .filter((part) => part !== "")
    .join(": ");
  return line.length > maxReasonLength ? `${line.slice(0, maxReasonLength - 1)}…` : line;
}

export interface Condition {
  type: string;
  status: string;
  reason: string;
  message: string;
}

const maxConditions = 200;

export function conditionsOf(object: Json): Condition[] {
  return records(object, "status.conditions").slice(0, maxConditions).map(toCondition);
}

export function toCondition(item: Json): Condition {
  return {
    type: text(item, "type"),
    status: text(item, "status"),
    reason: text(item, "reason"),
    message: text(item, "message"),
  };
}

/** The condition of this type when it has this status. */
export function conditionOf(object: Json, wanted: { type: string; status: string }): Condition | undefined {
  return conditionsOf(object).find(({ type, status }) => type === wanted.type && status === wanted.status);
}

/** "MinimumReplicasUnavailable: Deployment does not have minimum availability." */
export function explain(condition: Condition): string {
  return condition.message === "" ? condition.reason : condition.message;
}

import type { Health } from "@kubin/schema";
import { type Json, recordsAt, textAt } from "./read-json.ts";

export interface Condition {
  type: string;
  status: string;
  reason: string;
  message: string;
  /** When the status last changed. */
  since: string;
  health: Health;
}

/** Condition types for which True is bad news. */
const bad =
  /Pressure$|Unavailable$|Failure|Failed|Failing|^Degraded$|Error|Stalled|Disrupt|Dangling|NonStructural|Violation/;
/** Types that tell a fact rather than news: neither True nor False is trouble. */
const neutral = /^(?:Progressing|Upgradeable|Disabled|Terminating|Recent|.*Override.*|.*Deprecated.*)/;

/** `status.conditions` as Kubernetes objects of all kinds have them. */
export function conditionsOf(object: Json): Condition[] {
  return recordsAt(object, "status", "conditions").map((condition) => {
    const type = textAt(condition, "type");
    const status = textAt(condition, "status");
    return {
      type,
      status,
      reason: textAt(condition, "reason"),
      message: textAt(condition, "message"),
      since: textAt(condition, "lastTransitionTime"),
      health: healthOf(type, status),
    };
  });
}

function healthOf(type: string, status: string): Health {
  if (neutral.test(type)) return "unknown";
  if (status === "Unknown") return "warning";
  if (bad.test(type)) return status === "True" ? "failing" : "ok";
  return status === "False" ? "warning" : "ok";
}

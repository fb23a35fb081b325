import { type Level, levels } from "@kubin/schema";
import { compares } from "./compares.ts";
import type { LevelOp } from "./query.ts";

/** Levels that a condition lets through. `unknown` has no rank: only `= unknown` matches it. */
export function levelsMatching(op: LevelOp, level: Level): Level[] {
  if (op === "=") return [level];
  const rank = levels.indexOf(level);
  return levels.filter((candidate, index) => candidate !== "unknown" && compares(index, op, rank));
}

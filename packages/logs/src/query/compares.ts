import type { LevelOp } from "./query.ts";

export function compares(left: number, op: LevelOp, right: number): boolean {
  switch (op) {
    case "=":
      return left === right;
    case ">=":
      return left >= right;
    case ">":
      return left > right;
    case "<=":
      return left <= right;
    case "<":
      return left < right;
  }
}

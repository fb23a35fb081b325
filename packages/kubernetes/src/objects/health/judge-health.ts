import { tableKey } from "../columns/columns-of.ts";
import type { Verdict } from "../described-object.ts";
import type { Json } from "../json.ts";
import { clusterJudges } from "./cluster.ts";
import { judgeByConditions } from "./conditions.ts";
import type { Judges } from "./verdict.ts";
import { workloadJudges } from "./workloads.ts";

const judges: Judges = { ...workloadJudges, ...clusterJudges };

/** How an object does and why, from what the object itself says. `unknown` where it says nothing about it. */
export function judgeHealth(kind: { group: string; plural: string }, object: Json): Verdict {
  const key = tableKey(kind);
  const judge = Object.hasOwn(judges, key) ? judges[key] : undefined;
  return judge === undefined ? judgeByConditions(object) : judge(object);
}

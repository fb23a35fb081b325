import { KubinError } from "@kubin/schema";
import type { ResultArgs } from "../output/print-result.ts";
import type { WantedArgs } from "../session/wanted-snapshot.ts";
import { inRange } from "../usage/in-range.ts";
import { refuseBoth } from "../usage/refuse-both.ts";

export interface LogsArgs extends WantedArgs, ResultArgs {
  pod: string;
  namespace?: string | undefined;
  container?: string[] | undefined;
  "all-containers": boolean;
  previous: boolean;
  since?: string | undefined;
  "since-time"?: string | undefined;
  until?: string | undefined;
  around?: string | undefined;
  tail?: number | undefined;
  head?: number | undefined;
  include?: string[] | undefined;
  exclude?: string[] | undefined;
  highlight?: string[] | undefined;
  level?: string | undefined;
  timestamps?: boolean | undefined;
  prefix?: boolean | undefined;
  follow: boolean;
}

/** Of each log only so many lines, from its beginning or its end. */
export interface Part {
  from: "start" | "end";
  lines: number;
}

/** What of each log is wanted; all of it where undefined. Throws BAD_INPUT. */
export function partOf({ tail, head }: LogsArgs): Part | undefined {
  const max = Number.MAX_SAFE_INTEGER;
  refuseBoth(["--tail", tail], ["--head", head]);
  // kubectl: --tail=-1 is all of it.
  if (tail !== undefined && tail !== -1) {
    return { from: "end", lines: inRange({ name: "--tail", value: tail, min: 0, max }) };
  }
  return head === undefined
    ? undefined
    : { from: "start", lines: inRange({ name: "--head", value: head, min: 0, max }) };
}

/** What kubectl and stern do at a live cluster only. */
export function refuseFollow({ follow, pod }: LogsArgs): void {
  if (!follow) return;
  const ways = `\`kubin logs ${pod} --tail 100\` shows its end; \`kubin create\` captures the cluster as it is now.`;
  const live = "`kubectl logs -f` follows a live cluster.";
  throw new KubinError(
    "BAD_INPUT",
    `-f has nothing to follow: a snapshot is what was captured, and does not grow.\n${ways}\n${live}`,
  );
}

import { KubinError } from "@kubin/schema";
import type { ImportArgs } from "../import/import-args.ts";
import { parseDays } from "../import/parse-days.ts";
import { inRange } from "../usage/in-range.ts";
import type { CaptureScope } from "./capture/live-context.ts";
import type { ClusterArgs } from "./cluster/load-kubeconfig.ts";
import { parseBytes, parseDuration } from "./parse-amounts.ts";
import { type PresetName, presets } from "./presets.ts";

/** What of `kubin import` a capture takes too. */
type Shared = Pick<
  ImportArgs,
  | "server"
  | "output"
  | "jq"
  | "quiet"
  | "pager"
  | "name"
  | "expires"
  | "wait"
  | "parallel"
  | "config"
  | "redaction-key-file"
  | "keep-secrets"
  | "to-file"
  | "force"
  | "encrypt-to"
>;

/** The command line of `kubin create`. */
export interface CreateArgs extends Shared, ClusterArgs {
  namespace?: string[] | undefined;
  "exclude-namespace"?: string[] | undefined;
  selector?: string | undefined;
  include?: string[] | undefined;
  exclude?: string[] | undefined;
  preset?: PresetName | undefined;
  openapi?: boolean | undefined;
  "node-summaries"?: boolean | undefined;
  logs?: boolean | undefined;
  since?: string | undefined;
  tail?: number | undefined;
  "max-log-bytes"?: string | undefined;
  "max-bytes"?: string | undefined;
  "time-limit"?: string | undefined;
  previous?: boolean | undefined;
  note?: string | undefined;
  label?: string[] | undefined;
  "dry-run": boolean;
  resume: boolean;
  discard: boolean;
}

export interface CreatePlan {
  scope: CaptureScope;
  timeLimitMs: number;
  expiresInDays: number;
  parallel: number;
  /** What the person says of the capture. */
  note: string | undefined;
  labels: Record<string, string>;
}

/** Checks what can be checked before anything is asked. Throws BAD_INPUT. */
export function parseCreate(args: CreateArgs): CreatePlan {
  const preset = presets[args.preset ?? "incident"];
  const since = args.since ?? preset.since;
  const logs = args.logs ?? preset.logs;
  const amount = (option: "max-log-bytes" | "max-bytes", usual: string) =>
    parseBytes(`--${option}`, args[option] ?? usual);
  return {
    scope: {
      namespaces: { only: listed(args.namespace), except: listed(args["exclude-namespace"]), known: [] },
      types: { include: listed(args.include), exclude: listed(args.exclude) },
      labelSelector: args.selector,
      openApi: args.openapi ?? preset.openApi,
      nodeSummaries: args["node-summaries"] ?? preset.nodeSummaries,
      logs: logs
        ? {
            sinceSeconds: since === undefined ? undefined : parseDuration("--since", since),
            tailLines:
              args.tail === undefined ? undefined : inRange({ name: "--tail", value: args.tail, min: 1, max: 1e9 }),
            maxLogBytes: amount("max-log-bytes", preset.maxLogBytes),
            maxTotalBytes: amount("max-bytes", preset.maxBytes),
            previous: args.previous ?? preset.previous,
          }
        : undefined,
    },
    timeLimitMs: parseDuration("--time-limit", args["time-limit"] ?? preset.timeLimit) * 1000,
    expiresInDays: parseDays(args.expires ?? "7d"),
    parallel: inRange({ name: "--parallel", value: args.parallel, min: 1, max: 32 }),
    note: args.note?.slice(0, 2000),
    labels: labelsOf(args.label ?? []),
  };
}

/** `-n a,b -n c`: as many as wanted, in either way. */
function listed(given: readonly string[] | undefined): string[] {
  return (given ?? [])
    .flatMap((one) => one.split(","))
    .map((one) => one.trim())
    .filter((one) => one !== "");
}

function labelsOf(given: readonly string[]): Record<string, string> {
  const pairs = given.map((one) => {
    const [, key, value] = /^([A-Za-z0-9][\w./-]{0,62})=(.{0,200})$/.exec(one) ?? [];
    if (key !== undefined && value !== undefined) return [key, value];
    throw new KubinError("BAD_INPUT", `--label takes key=value, such as --label ticket=OPS-123.`);
  });
  return Object.fromEntries(pairs);
}

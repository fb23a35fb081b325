import type { DetectedBundle } from "@kubin/kubernetes";
import { KubinError } from "@kubin/schema";
import type { Io } from "../io.ts";
import { inert } from "../output/inert.ts";
import { canAsk } from "../prompt/ask.ts";
import type { ImportArgs } from "./import-args.ts";

interface Choose {
  io: Io;
  args: Pick<ImportArgs, "root" | "split" | "source">;
  bundles: readonly DetectedBundle[];
}

/**
 * The bundles that become snapshots: the one below `--root`, all with `--split`, the only one there is, or what the
 * person at the terminal picks. Throws BAD_INPUT with the list where nobody can pick.
 */
export async function chooseBundles({ io, args, bundles }: Choose): Promise<readonly DetectedBundle[]> {
  const fitting = args.root === undefined ? bundles : bundles.filter((one) => isRoot(one, args.root ?? ""));
  if (fitting.length === 0) throw wrongRoot(args.root ?? "", bundles);
  if (fitting.length === 1 || args.split) return fitting;
  if (args.source === "-" || !canAsk(io)) throw several(fitting);
  return pick(io, fitting);
}

/** "must-gather in ns-a/b": a bundle as messages name it. */
function bundleInWords({ layout, root }: DetectedBundle): string {
  return `${layout} in ${root === "" ? "the top folder" : inert(root.replace(/\/$/, ""))}`;
}

function isRoot(bundle: DetectedBundle, given: string): boolean {
  const wanted = given.replace(/^(\.\/)+|^\.$|\/+$/g, "");
  return bundle.root.replace(/\/$/, "") === wanted;
}

function wrongRoot(given: string, bundles: readonly DetectedBundle[]): KubinError {
  return new KubinError("BAD_INPUT", `No bundle lies in ${inert(given)}.\nThere is:\n${listed(bundles)}`);
}

function several(bundles: readonly DetectedBundle[]): KubinError {
  const ways = "Pick one with --root FOLDER, or import each as a snapshot of its own with --split.";
  return new KubinError("BAD_INPUT", `${bundles.length} bundles lie in there:\n${listed(bundles)}\n${ways}`);
}

function listed(bundles: readonly DetectedBundle[]): string {
  const lines = bundles.slice(0, 20).map((one) => `  ${bundleInWords(one)}`);
  return [...lines, ...(bundles.length > 20 ? ["  …"] : [])].join("\n");
}

async function pick(io: Io, bundles: readonly DetectedBundle[]): Promise<readonly DetectedBundle[]> {
  const { isCancel, select } = await import("@clack/prompts");
  const all = "each as a snapshot of its own";
  const picked = await select({
    message: `${bundles.length} bundles lie in there. Which one?`,
    options: [
      ...bundles.map((one, index) => ({ value: index, label: bundleInWords(one) })),
      { value: bundles.length, label: all },
    ],
    input: io.stdin,
    output: io.stderr,
    signal: io.signal,
  });
  if (isCancel(picked)) throw new KubinError("CANCELLED", "Stopped. Nothing was sent.");
  return bundles.filter((_, index) => picked === bundles.length || picked === index);
}

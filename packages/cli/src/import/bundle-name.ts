import { basename, resolve } from "node:path";
import type { DetectedBundle } from "@kubin/kubernetes";
import type { ImportArgs } from "./import-args.ts";

/** Longest name that the server takes. */
const maxLength = 200;

/**
 * The snapshot's name: what `--name` says, else that of the file or folder. With `--redact-names` the layout alone,
 * since names of files tell clusters and hosts. Of several bundles each has its folder behind it.
 */
export function bundleName(opts: {
  args: Pick<ImportArgs, "source" | "name" | "redact-names">;
  bundle: DetectedBundle;
  /** Its number among several, from 1. */
  number: number | undefined;
}): string {
  const { args, bundle, number } = opts;
  const hidden = args["redact-names"];
  const file = args.source === "-" ? "stdin" : basename(resolve(args.source));
  const own = args.name ?? (hidden ? bundle.layout : file);
  const folder = hidden ? String(number) : bundle.root.replace(/\/$/, "") || bundle.layout;
  const name = number === undefined ? own : `${own.slice(0, maxLength / 2)} ${folder.slice(1 - maxLength / 2)}`;
  return name.slice(0, maxLength) || "bundle";
}

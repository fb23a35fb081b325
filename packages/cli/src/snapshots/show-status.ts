import { isSettled, type Snapshot } from "@kubin/schema";
import type { Io } from "../io.ts";
import { formatBytes, formatCount, plural } from "../output/format-numbers.ts";
import { inert } from "../output/inert.ts";
import { printResult, type ResultArgs } from "../output/print-result.ts";
import { openSnapshot } from "../session/open-snapshot.ts";
import type { WantedArgs } from "../session/wanted-snapshot.ts";
import { exitCodes } from "../usage/exit-code.ts";
import { shortTime } from "./short-time.ts";

/** `kubin status`: a Snapshot. With `--wait` the exit code tells how it ended. */
export async function showStatus(io: Io, args: WantedArgs & ResultArgs & { wait: boolean }): Promise<number> {
  const { client, snapshot: first, url } = await openSnapshot(io, args);
  let value = first;
  if (args.wait && !isSettled(first.state)) {
    const { watchSnapshot } = await import("@kubin/client");
    for await (const next of watchSnapshot({ client, snapshotId: first.id, signal: io.signal })) value = next;
  }
  if (io.signal.aborted) return exitCodes.stopped;
  await printResult({ io, args, value, table: () => describe(value, url) });
  if (!args.wait) return exitCodes.done;
  return value.state === "COMPLETED" ? (value.partial ? exitCodes.partial : exitCodes.done) : exitCodes.error;
}

function describe(snapshot: Snapshot, url: string): string {
  const { counts, progress } = snapshot;
  const facts: [string, string | undefined][] = [
    ["Name", snapshot.name],
    ["State", stateLine(snapshot)],
    ["Cluster", snapshot.cluster?.name],
    ["Kubernetes", snapshot.kubernetesVersion],
    ["Captured", snapshot.capturedAt && `${shortTime(snapshot.capturedAt)} UTC, with ${snapshot.layout}`],
    [
      "Objects",
      `${formatCount(counts.objects)} of ${plural(counts.types, "type")} in ${plural(counts.namespaces, "namespace")}`,
    ],
    ["Events", formatCount(counts.events)],
    ["Logs", `${plural(counts.logLines, "line")} in ${plural(counts.logStreams, "stream")}`],
    ["Stored", `${formatBytes(progress.bytesStored)} in ${plural(progress.partsStored, "part")}`],
    [
      "Not got",
      snapshot.gaps === 0 ? "nothing is missing" : `${plural(snapshot.gaps, "gap")}; kubin summary names them`,
    ],
    ["Taken out", plural(snapshot.redactions, "value")],
    ["Expires", `${shortTime(snapshot.expiresAt)} UTC`],
    ["Id", snapshot.id],
    ["Link", url],
  ];
  const lines = facts.filter(([, value]) => value !== undefined && value !== "");
  return `${lines.map(([name, value]) => `${name.padEnd(11)} ${inert(value ?? "")}`).join("\n")}\n`;
}

function stateLine({ state, partial, failure, progress }: Snapshot): string {
  if (failure !== undefined) return `${state}: ${failure}`;
  if (state === "COMPLETED") return partial ? "COMPLETED, but partial" : state;
  return isSettled(state)
    ? state
    : `${state}, ${progress.partsIndexed} of ${plural(progress.partsKnown, "part")} readable`;
}

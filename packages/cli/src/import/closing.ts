import {
  type CoverageGap,
  isNotCaptured,
  type Manifest,
  type Overview,
  type Snapshot,
  type UploadTicket,
} from "@kubin/schema";
import { type Io, tell } from "../io.ts";
import { formatCount, formatDuration, plural } from "../output/format-numbers.ts";
import { inert } from "../output/inert.ts";
import { paintFor } from "../output/paint.ts";
import { shorten } from "../output/shorten.ts";
import { failingLine } from "./failing-line.ts";

interface Closing {
  io: Io;
  server: string;
  snapshot: Snapshot;
  ticket: UploadTicket;
  /** What was sent, where it was packed just now: the overview of the server lists no more than the first gaps. */
  manifest: Manifest | undefined;
  tookMs: number;
}

/** What was not got, what was taken out, what fails, and the next three commands: for people, on stderr. */
export async function tellClosing(closing: Closing): Promise<void> {
  const { io, snapshot, tookMs } = closing;
  if (snapshot.state === "FAILED") {
    tell(io, `\nFailed after ${formatDuration(tookMs)}: ${inert(snapshot.failure ?? "the server does not say why")}`);
    return;
  }
  if (snapshot.state !== "COMPLETED") {
    // The server may still be at work; what was not got is known here already.
    if (closing.manifest) for (const line of captureLines(saidBy(closing.manifest), closing.manifest)) tell(io, line);
    tell(io, `Everything is uploaded; the server is indexing it. kubin status --wait follows it.`);
    return;
  }
  // The summary is a courtesy: the import itself is done.
  const overview = await overviewOf(closing).catch(() => undefined);
  if (overview) for (const line of captureLines(overview, closing.manifest)) tell(io, line);
  const paint = paintFor(io, "stderr");
  const word = snapshot.partial ? paint("yellow", "Completed, but partial,") : paint("green", "Completed");
  tell(io, `\n${word} in ${formatDuration(tookMs)}. ${overview ? failingLine(overview) : ""}`.trimEnd());
  for (const [command, what] of nextCommands(overview)) tell(io, `  ${command.padEnd(34)} ${paint("dim", what)}`);
}

async function overviewOf({ io, server, ticket }: Closing): Promise<Overview> {
  const { createClient, parseLink } = await import("@kubin/client");
  const client = createClient({ server, link: parseLink(ticket.url)?.token, signal: io.signal });
  return client.analytics.overview.query({ snapshotId: ticket.id });
}

type Said = Pick<Overview, "coverage" | "coverageTotal" | "redactions">;

function saidBy({ coverage, redactions }: Manifest): Said {
  return { coverage, coverageTotal: coverage.filter(isNotCaptured).length, redactions };
}

function captureLines({ coverage, coverageTotal, redactions }: Said, manifest: Manifest | undefined): string[] {
  const taken = redactions.reduce((sum, { count }) => sum + count, 0);
  const byRule = sums(redactions.map(({ rule, count }) => [rule, count]));
  const withheld = (manifest?.coverage ?? coverage).filter((gap) => gap.kind === "withheld");
  const counted = coverage.filter(isNotCaptured);
  const missing = counted.filter((gap) => gap.kind !== "withheld");
  const gaps = sums(missing.map((gap) => [gapWords(gap), gap.count]));
  const more = coverageTotal > counted.length ? ` and ${plural(coverageTotal - counted.length, "more gap")}` : "";
  const nothing = missing.length === 0 && more === "";
  const kept = manifest?.facts.redaction?.secretsKept ? " (--keep-secrets)" : "";
  return [
    `  Not got     ${nothing ? "nothing is missing" : `${gaps.join(" · ")}${more}`}`,
    `  Taken out   ${taken === 0 ? `nothing${kept}` : `${plural(taken, "value")}: ${byRule.join(", ")}`}`,
    ...withheldLine(withheld),
    ...rawLine(manifest),
  ];
}

/** Files that stayed on this machine: how many, and what sends them. */
function withheldLine(withheld: readonly CoverageGap[]): string[] {
  const files = withheld.reduce((sum, gap) => sum + gap.count, 0);
  if (files === 0) return [];
  const why = "no text, so not searched for secrets; --include-raw sends them";
  return [`  Stayed here ${plural(files, "file")} (${why})`];
}

function rawLine(manifest: Manifest | undefined): string[] {
  const raw = manifest?.parts.filter((part) => part.type === "raw").length ?? 0;
  return raw === 0 ? [] : [`  As it was   ${plural(raw, "file")} that nobody searched for secrets (--include-raw)`];
}

function gapWords({ kind, what, namespace }: CoverageGap): string {
  const where = namespace === "" ? "" : ` in ${namespace}`;
  return kind === "forbidden" || kind === "timed-out" ? `${kind} ${shorten(what, 60)}${where}` : kind;
}

/** "180 Secret keys": added up by name, most first, at most five. */
function sums(pairs: [string, number][]): string[] {
  const totals = new Map<string, number>();
  for (const [name, count] of pairs) totals.set(name, (totals.get(name) ?? 0) + count);
  const all = [...totals].sort((a, b) => b[1] - a[1]);
  const shown = all.slice(0, 5).map(([name, count]) => `${formatCount(count)} ${inert(name)}`);
  return all.length > 5 ? [...shown, "…"] : shown;
}

function nextCommands(overview: Overview | undefined): [string, string][] {
  const troubled = overview ? [...overview.failing, ...overview.attention] : [];
  const log = troubled.find((item) => item.log !== undefined)?.log;
  const look: [string, string] = log
    ? [
        `kubin logs ${log.pod} -n ${log.namespace} -c ${log.container} --tail 50${log.source === "previous" ? " -p" : ""}`,
        "the log that most likely tells why",
      ]
    : ["kubin get pods", "list objects as kubectl does"];
  return [["kubin open", "open it in the browser"], ["kubin search 'level:>=error' -C 3", "search its logs"], look];
}

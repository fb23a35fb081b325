import type { Level } from "@kubin/schema";
import type { TimeRange } from "../parts/time-bars.tsx";
import type { Search } from "../place/place.ts";

const lookLetters = { wrap: "w", json: "j", colours: "c", fold: "f" } as const;
export type Look = keyof typeof lookLetters;
export const looks: readonly Look[] = ["wrap", "json", "colours", "fold"];

export const minimumLevels = ["debug", "info", "warn", "error"] as const satisfies readonly Level[];
type MinimumLevel = (typeof minimumLevels)[number];

/** What is chosen in the logs drawer, as the words `log…` of the URL say. Empty lists choose all. */
export interface LogChoice {
  pods: readonly string[];
  containers: readonly string[];
  previous: boolean;
  filter: string;
  level: MinimumLevel | undefined;
  range: TimeRange | undefined;
  look: Readonly<Record<Look, boolean>>;
  lanes: boolean;
  /** Where one begins to read: at the last line, or at the first. */
  from: "last" | "first";
}

export function readChoice(search: Search, isNarrow: boolean): LogChoice {
  const { logv } = search;
  // A phone is too narrow to scroll every line sideways.
  const letters = logv ?? (isNarrow ? "wjcf" : "jcf");
  const on = (look: Look) => letters.includes(lookLetters[look]);
  return {
    pods: listOf(search.logpods),
    containers: listOf(search.logc),
    previous: search.logp === "1",
    filter: search.logq ?? "",
    level: minimumLevels.find((level) => level === search.logl),
    range: readRange(search.logt),
    look: { wrap: on("wrap"), json: on("json"), colours: on("colours"), fold: on("fold") },
    lanes: search.loglanes === "1",
    from: search.logat === "first" ? "first" : "last",
  };
}

/** The letters of looks that are on; "-" where none is, as "" would mean the usual ones. */
export function lookText(look: LogChoice["look"]): string {
  return (
    looks
      .filter((one) => look[one])
      .map((one) => lookLetters[one])
      .join("") || "-"
  );
}

/** `from..to` of two times; undefined for anything else. */
export function readRange(text: string | undefined): TimeRange | undefined {
  const [from, to, ...rest] = (text ?? "").split("..");
  if (from === undefined || to === undefined || rest.length > 0) return undefined;
  const [fromMs, toMs] = [Date.parse(from), Date.parse(to)];
  if (!(fromMs < toMs)) return undefined;
  return { from: new Date(fromMs).toISOString(), to: new Date(toMs).toISOString() };
}

export function rangeText(range: TimeRange | undefined): string {
  return range ? `${range.from}..${range.to}` : "";
}

function listOf(text: string | undefined): string[] {
  return (text ?? "").split(",").filter((name) => name !== "");
}

import type { Level } from "@kubin/schema";
import type { Search } from "../place/place.ts";
import { type LogRange, readRange } from "./log-range.ts";

const lookLetters = { wrap: "w", json: "j", colours: "c", fold: "f" } as const;
export type Look = keyof typeof lookLetters;
export const looks: readonly Look[] = ["wrap", "json", "colours", "fold"];

export const minimumLevels = ["debug", "info", "warn", "error"] as const satisfies readonly Level[];
type MinimumLevel = (typeof minimumLevels)[number];

/** What is chosen in the logs drawer, as the words `log…` of the URL say. Empty lists choose all. */
export interface LogChoice {
  pods: readonly string[];
  containers: readonly string[];
  /** Of a container that restarted: the run since, the one before, or both by time. */
  runs: "current" | "previous" | "both";
  filter: string;
  level: MinimumLevel | undefined;
  range: LogRange | undefined;
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
    runs: search.logp === "1" ? "previous" : search.logp === "both" ? "both" : "current",
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

function listOf(text: string | undefined): string[] {
  return (text ?? "").split(",").filter((name) => name !== "");
}

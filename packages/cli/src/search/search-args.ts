import { KubinError } from "@kubin/schema";
import { outputFormat, unknownFormat } from "../output/output-format.ts";
import type { ResultArgs } from "../output/print-result.ts";
import type { WantedArgs } from "../session/wanted-snapshot.ts";
import { inRange } from "../usage/in-range.ts";

export interface SearchArgs extends WantedArgs, ResultArgs {
  query?: string[] | undefined;
  count: boolean;
  facet?: string[] | undefined;
  histogram: boolean;
  around: number;
  limit?: number | undefined;
  all: boolean;
  order: string;
  fields?: string[] | undefined;
}

/** One document for all hits, a table for people, or hits that are written as they come. */
const documents = ["json", "yaml", "table"] as const;
const streams = ["ndjson", "csv", "text"] as const;

export type StreamFormat = (typeof streams)[number];

/** The format that hits are streamed in; undefined where the usual ones are meant. Throws BAD_INPUT. */
export function streamFormat({ output, jq }: SearchArgs): StreamFormat | undefined {
  const format = streams.find((one) => one === output);
  if (format !== undefined && jq !== undefined) {
    throw new KubinError("BAD_INPUT", `--jq works on the JSON of the result; leave --output ${format} away.`);
  }
  if (format === undefined && output !== undefined && !documents.some((one) => one === output)) {
    throw unknownFormat(output, [...documents, ...streams]);
  }
  return format;
}

/** Counts, facets and histograms are one document. Throws BAD_INPUT for formats of hits. */
export function refuseStream(args: SearchArgs, option: string): void {
  const format = streamFormat(args);
  if (format === undefined) outputFormat(args);
  else throw new KubinError("BAD_INPUT", `${option} prints table, json or yaml; --output ${format} is for hits.`);
}

const usualLimit = 100;

/** Hits wanted at most; undefined is all of them. Throws BAD_INPUT. */
export function limitOf(args: SearchArgs): number | undefined {
  const { limit, all } = args;
  if (all && limit !== undefined && limit !== 0) {
    throw new KubinError("BAD_INPUT", "--all and --limit exclude each other.");
  }
  if (all || limit === 0) return undefined;
  if (limit !== undefined) return inRange({ name: "--limit", value: limit, min: 0, max: Number.MAX_SAFE_INTEGER });
  return streamFormat(args) === undefined ? usualLimit : undefined;
}

export function orderOf({ order }: SearchArgs): "newest" | "oldest" | "file" {
  return order === "file" || order === "oldest" ? order : "newest";
}

/** Names given to an option once or several times, with commas or without. */
export function namesOf(texts: readonly string[] | undefined): string[] {
  return (texts ?? [])
    .flatMap((text) => text.split(","))
    .map((name) => name.trim())
    .filter((name) => name !== "");
}

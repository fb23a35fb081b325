import type { LogStream } from "@kubin/schema";
import { logTexts } from "../texts/logs.ts";
import { streamKey } from "./fold-lines.ts";
import type { LogChoice } from "./log-choice.ts";
import { shortNames } from "./short-names.ts";

export interface ChosenStreams {
  shown: readonly LogStream[];
  /** How many there are of the other run; of the previous one where both are shown. */
  others: number;
  /** Names that the query must hold; [] for all containers. */
  pods: readonly string[];
  containers: readonly string[];
  /** What stands before a line of a stream. */
  marks: ReadonlyMap<string, { short: string; inLane: string; hue: number }>;
  /** Streams by their lane where just two pods, or two containers of one pod, are chosen. */
  lanes: ReadonlyMap<string, number> | undefined;
  laneNames: readonly string[];
}

/** The streams that are chosen. Names in the URL that no stream has choose nothing and change nothing. */
export function chosenStreams(streams: readonly LogStream[], choice: LogChoice): ChosenStreams {
  const allPods = unique(streams.map(({ pod }) => pod));
  const somePods = allPods.filter((pod) => choice.pods.includes(pod));
  const pods = somePods.length > 0 ? somePods : allPods;
  const ofPods = streams.filter(({ pod }) => pods.includes(pod));
  const allContainers = unique(ofPods.map(({ container }) => container));
  const containers = allContainers.filter((container) => choice.containers.includes(container));
  const wanted = containers.length > 0 ? containers : allContainers;
  const ofBoth = ofPods.filter((stream) => wanted.includes(stream.container));
  const shown = ofBoth.filter(({ source }) => choice.runs === "both" || source === choice.runs);
  const other = choice.runs === "previous" ? "current" : "previous";
  const others = ofBoth.filter(({ source }) => source === other).length;
  const names = shortNames(allPods);
  const shownPods = unique(shown.map(({ pod }) => pod));
  const shownContainers = unique(shown.map(({ container }) => container));
  const withRun = unique(shown.map(({ source }) => source)).length > 1;
  const mark = ({ pod, container, source }: LogStream) => {
    // First, as the end of a long one is cut.
    const run = withRun && logTexts.runs[source];
    const parts = [shownPods.length > 1 && names.get(pod), shownContainers.length > 1 && container];
    const hue = shownPods.length > 1 ? allPods.indexOf(pod) : shownContainers.indexOf(container);
    // What a column says of itself need not stand in its rows.
    const inLane = shownPods.length > 1 && shownContainers.length > 1 && container;
    const join = (words: readonly (string | false | undefined)[]) => words.filter(Boolean).join(" ");
    return { inLane: join([run, inLane]), short: join([run, parts.filter(Boolean).join("/")]), hue };
  };
  const laneNames = shownPods.length > 1 ? shownPods : shownContainers;
  const laneOf = ({ pod, container }: LogStream) => laneNames.indexOf(shownPods.length > 1 ? pod : container);
  return {
    laneNames: laneNames.length === 2 ? laneNames : [],
    shown,
    others,
    pods: shownPods,
    containers,
    marks: new Map(shown.map((stream) => [streamKey(stream), mark(stream)])),
    lanes: laneNames.length === 2 ? new Map(shown.map((stream) => [streamKey(stream), laneOf(stream)])) : undefined,
  };
}

function unique(names: readonly string[]): string[] {
  return [...new Set(names)];
}

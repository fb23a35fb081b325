import { KubinError, type LogStream } from "@kubin/schema";
import { inert } from "../../output/inert.ts";
import { globOf } from "../../usage/glob-of.ts";
import { refuseBoth } from "../../usage/refuse-both.ts";
import type { LogsArgs } from "../logs-args.ts";
import { type FoundStreams, listed } from "./find-streams.ts";

type Choice = Pick<LogsArgs, "container" | "all-containers" | "previous">;

/** The streams of the run and the containers that are meant. Throws NOT_FOUND, or BAD_INPUT with the choices. */
export function chooseStreams(found: FoundStreams, args: Choice): LogStream[] {
  const { container, previous } = args;
  refuseBoth(["--container", container], ["--all-containers", args["all-containers"]]);
  const title = inert(found.title);
  const ofRun = found.streams.filter(({ source }) => source === (previous ? "previous" : "current"));
  if (ofRun.length === 0) throw otherRun(title, previous);
  const names = [...new Set(ofRun.map((stream) => stream.container))];
  if (container === undefined) {
    // A workload is shown whole, as stern does; of a pod kubectl's manners ask which.
    if (names.length === 1 || !found.isOnePod || args["all-containers"]) return ofRun;
    const sentence = `${title} has several containers: ${listed(names)}.`;
    throw new KubinError("BAD_INPUT", `${sentence}\nSay which with -c, or --all-containers.`);
  }
  for (const wanted of container) {
    if (names.some((name) => globOf(wanted).test(name))) continue;
    const sentence = `${title} has no log of a container ${inert(wanted)}.`;
    throw new KubinError("NOT_FOUND", `${sentence}\nCaptured: ${listed(names)}.`);
  }
  const globs = container.map(globOf);
  return ofRun.filter((stream) => globs.some((glob) => glob.test(stream.container)));
}

function otherRun(title: string, previous: boolean): KubinError {
  const sentence = previous
    ? `No log of a previous run of ${title} was captured; leave -p away for the present one.`
    : `Only the log of a previous run of ${title} was captured; add -p.`;
  return new KubinError("NOT_FOUND", sentence);
}

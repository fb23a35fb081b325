import { KubinError } from "@kubin/schema";
import { parseDuration } from "../../create/parse-amounts.ts";
import { inert } from "../../output/inert.ts";
import { refuseBoth } from "../../usage/refuse-both.ts";
import type { LogsArgs } from "../logs-args.ts";

/** Milliseconds since the epoch: not before `since`, before `until`. */
export interface Span {
  since?: number;
  until?: number;
}

const duration = /^(?:\d+[smhdw])+$/i;
const around = /^(?<moment>.*?)\s*(?:(?:±|\+\/?-)\s*(?<width>.*))?$/s;
const usualWidth = "5m";

/** The times that options name. What counts back counts from the capture. Throws BAD_INPUT. */
export async function spanOf(args: LogsArgs, capturedAt: string | undefined): Promise<Span> {
  refuseBoth(["--since", args.since], ["--since-time", args["since-time"]], ["--around", args.around]);
  refuseBoth(["--until", args.until], ["--around", args.around]);
  const moment = (option: string, text: string) => momentOf({ option, text, capturedAt });
  if (args.around !== undefined) {
    const { moment: middle = "", width = usualWidth } = around.exec(args.around)?.groups ?? {};
    const at = await moment("--around", middle);
    const away = parseDuration("--around", width) * 1000;
    return { since: at - away, until: at + away };
  }
  const span: Span = {};
  if (args.since !== undefined) span.since = await moment("--since", args.since);
  if (args["since-time"] !== undefined) span.since = await moment("--since-time", args["since-time"]);
  if (args.until !== undefined) span.until = await moment("--until", args.until);
  if (span.since === undefined || span.until === undefined || span.since < span.until) return span;
  throw new KubinError("BAD_INPUT", "No line can pass: what --until names is not after what --since names.");
}

async function momentOf(opts: { option: string; text: string; capturedAt: string | undefined }): Promise<number> {
  const { option, text, capturedAt } = opts;
  if (duration.test(text)) {
    if (capturedAt !== undefined) return Date.parse(capturedAt) - parseDuration(option, text) * 1000;
    const sentence = `${option} ${text} counts back from the capture, and nobody knows when that was.`;
    throw new KubinError("BAD_INPUT", `${sentence}\nGive date and time: ${option} 2026-11-23T10:14:00Z.`);
  }
  const { parseQuery, QueryError } = await import("@kubin/logs");
  try {
    const quoted = text.replace(/[\\"]/g, "\\$&");
    const query = parseQuery(`after:"${quoted}"`, { capturedAt: capturedAt ? new Date(capturedAt) : undefined });
    if (query.type === "time") return query.at;
  } catch (error) {
    if (!(error instanceof QueryError)) throw error;
  }
  const sentence = `${option} takes a time, not "${inert(text)}".`;
  const expected = "Expected 2026-11-23T10:14:09Z, 10:14 (UTC, on the day of the capture), or 15m, 2h, 1d before it.";
  throw new KubinError("BAD_INPUT", `${sentence}\n${expected}`);
}

import { KubinError } from "@kubin/schema";
import { parseDuration } from "../../create/parse-amounts.ts";
import { inert } from "../../output/inert.ts";
import { refuseBoth } from "../../usage/refuse-both.ts";
import type { LogsArgs } from "../logs-args.ts";
import { parsed } from "./line-query.ts";

/** Milliseconds since the epoch: not before `since`, before `until`. */
export interface Span {
  since?: number;
  until?: number;
}

interface Moment {
  option: string;
  text: string;
  capturedAt: string | undefined;
}

const duration = /^(?:\d+[smhdw])+$/i;

/** The times that options name. What counts back counts from the capture. Throws BAD_INPUT. */
export async function spanOf(args: LogsArgs, capturedAt: string | undefined): Promise<Span> {
  refuseBoth(["--since", args.since], ["--since-time", args["since-time"]], ["--around", args.around]);
  refuseBoth(["--until", args.until], ["--around", args.around]);
  if (args.around !== undefined) return aroundOf({ option: "--around", text: args.around, capturedAt });
  const span: Span = {};
  for (const option of ["since", "since-time", "until"] as const) {
    const text = args[option];
    if (text === undefined) continue;
    span[option === "until" ? "until" : "since"] = await momentOf({ option: `--${option}`, text, capturedAt });
  }
  if (span.since === undefined || span.until === undefined || span.since < span.until) return span;
  throw new KubinError("BAD_INPUT", "No line can pass: what --until names is not after what --since names.");
}

async function momentOf(moment: Moment): Promise<number> {
  const { option, text, capturedAt } = moment;
  if (duration.test(text)) {
    if (capturedAt === undefined) throw noCapture(moment);
    return Date.parse(capturedAt) - parseDuration(option, text) * 1000;
  }
  const query = await parsed(`after:${quoted(text)}`, dateOf(capturedAt));
  if (typeof query !== "string" && query.type === "time") return query.at;
  throw noTime(moment, "2026-11-23T10:14:09Z, 10:14 (UTC, on the day of the capture), or 15m, 2h, 1d before it");
}

/** As `around:` in a query. */
async function aroundOf(moment: Moment): Promise<Span> {
  const { text, capturedAt } = moment;
  const query = await parsed(`around:${quoted(text)}`, dateOf(capturedAt));
  const items = typeof query !== "string" && query.type === "and" ? query.items : [];
  const [since, until] = items.map((item) => (item.type === "time" ? item.at : undefined));
  if (since !== undefined && until !== undefined) return { since, until };
  throw noTime(moment, "10:14, 2026-11-23T10:14:09Z, 10:14±30s or 10:14+-30s; without a span it is 5m");
}

function quoted(text: string): string {
  return `"${text.replace(/[\\"]/g, "\\$&")}"`;
}

function dateOf(capturedAt: string | undefined): Date | undefined {
  return capturedAt === undefined ? undefined : new Date(capturedAt);
}

function noTime({ option, text, capturedAt }: Moment, expected: string): KubinError {
  const unknown = capturedAt === undefined ? "\nWhen the capture was is not known: a date is needed." : "";
  return new KubinError("BAD_INPUT", `${option} takes a time, not "${inert(text)}".\nExpected ${expected}.${unknown}`);
}

function noCapture({ option, text }: Moment): KubinError {
  const sentence = `${option} ${text} counts back from the capture, and nobody knows when that was.`;
  return new KubinError("BAD_INPUT", `${sentence}\nGive date and time: ${option} 2026-11-23T10:14:00Z.`);
}

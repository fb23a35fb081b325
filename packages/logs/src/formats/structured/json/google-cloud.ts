import { nanosOf } from "../../../parse/parse-timestamp.ts";
import type { JsonConvention } from "./json-convention.ts";

/**
 * Structured logging of Google Cloud (cloud.google.com, "LogEntry", "Structured logging"): `severity`, `message`, the
 * time as `time`, `timestamp` or as seconds and nanoseconds, `logging.googleapis.com/…` for trace and source.
 */
export const googleCloud: JsonConvention = {
  name: "google-cloud",
  has: ["severity"],
  not: ["level"],
  finish(reading, { attributes }) {
    const seconds = Number(attributes.get("timestamp.seconds") ?? attributes.get("timestampSeconds"));
    const nanos = Number(attributes.get("timestamp.nanos") ?? attributes.get("timestampNanos"));
    const whole = Number.isInteger(seconds) && seconds > 946_684_800 && seconds < 9_000_000_000;
    if (!whole || !Number.isInteger(nanos) || nanos < 0 || nanos >= 1e9) return reading;
    return { ...reading, time: { at: nanosOf(seconds, nanos), from: "line" } };
  },
};

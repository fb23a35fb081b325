import type { LineFormat, LineReading, LineSurroundings } from "../../../parse/line-format.ts";
import { haproxy } from "../web/haproxy.ts";
import { klogInside } from "./klog-inside.ts";
import { networkManager } from "./network-manager.ts";
import { openVSwitch } from "./open-vswitch.ts";

/** What services write behind a header of syslog or the journal, where it is told cheaply. */
const insideFormats: readonly LineFormat[] = [klogInside, networkManager, openVSwitch, haproxy];

/** A message behind a header, read again. What the header says stays where the message does not say it better. */
export function withInside(outer: LineReading, around: LineSurroundings): LineReading {
  for (const format of insideFormats) {
    const inner = format.read(outer.body, around);
    if (!inner) continue;
    const better = inner.time && inner.time.from !== "line-year" && outer.time?.from !== "line";
    return {
      body: inner.body,
      level: inner.level ?? outer.level,
      time: better ? inner.time : outer.time,
      fields: [...(outer.fields ?? []), ...(inner.fields ?? [])],
    };
  }
  const level = outer.level ?? fieldLevel(outer.body);
  return level === undefined ? outer : { ...outer, level };
}

const written = /(?:^| |")level"?[=:] ?"?([a-z]{4,8})\b/;

/** The level that logfmt or JSON in the message names. */
function fieldLevel(body: string): LineReading["level"] {
  switch (written.exec(body.slice(0, 256))?.[1]) {
    case "trace":
      return "trace";
    case "debug":
      return "debug";
    case "info":
      return "info";
    case "warn":
    case "warning":
      return "warn";
    case "error":
      return "error";
    case "fatal":
    case "panic":
      return "fatal";
    default:
      return undefined;
  }
}

import type { LineFormat } from "../../../parse/line-format.ts";
import { datedFormat } from "../parts/dated-format.ts";
import { partsOf } from "../parts/parts-of.ts";

const decorations = String.raw`\]\[(?<level>trace|debug|info|warning|error) {0,3}\]\[(?<logger>[\w,]{1,64}) {0,20}\] `;
const uptime = [new RegExp(String.raw`\[(?<uptime>\d{1,10}[.,]\d{3})s${decorations}`, "y")];
const dated = datedFormat({
  name: "jvm-unified",
  open: true,
  patterns: [new RegExp(String.raw`(?:\]\[(?<uptime>\d{1,10}[.,]\d{3})s)?${decorations}`, "y")],
});

/** Unified logging of the JVM (JEP 158; `-Xlog`), as of garbage collection: time where asked for, uptime, level, tags. */
export const jvmUnified: LineFormat = {
  name: dated.name,
  read: (text, around) =>
    dated.read(text, around) ?? (text.charCodeAt(0) === 91 ? partsOf(uptime, text, 0) : undefined),
};

import type { LineFormat } from "../../../parse/line-format.ts";
import { datedFormat } from "../parts/dated-format.ts";
import { partsOf } from "../parts/parts-of.ts";

/** Names that programs print in brackets or capitals; no others, which may be words of a sentence. */
const word = "TRACE|DEBUG|INFO|NOTICE|WARN|WARNING|ERROR|SEVERE|CRITICAL|FATAL";
const lower = "trace|debug|info|notice|warn|warning|error|critical|fatal";

/** A date and a level, the rest is the message: hclog of Consul and Vault, supervisord, scripts. */
export const datedLevel = datedFormat({
  name: "dated-level",
  patterns: [
    new RegExp(
      String.raw` \[(?<level>${word}|${lower}) {0,3}\] +(?:(?<logger>[\w\-.]{1,100}(?:\.[\w\-.]{1,100})?)(?: - |: ))?`,
      "y",
    ),
    new RegExp(`:? (?<level>${word}):? +`, "y"),
  ],
});

/** The same with the date in brackets. */
export const bracketedDateLevel = datedFormat({
  name: "bracketed-date-level",
  open: true,
  patterns: [
    new RegExp(String.raw`\] ?\[ {0,3}(?<level>${word}|${lower}) {0,3}\] ?`, "y"),
    new RegExp(String.raw`\] (?<level>${word}):? +`, "y"),
  ],
});

const leading = [new RegExp(String.raw`\[(?<level>${word}) {0,3}\] +`, "y"), new RegExp(`(?<level>${word}): +`, "y")];

/** A level in brackets or capitals at the head and no date: Terraform, scripts, the second line of java.util.logging. */
export const leadingLevel: LineFormat = {
  name: "leading-level",
  read(text) {
    const first = text.charCodeAt(0);
    if (first !== 91 && !(first >= 67 && first <= 87)) return undefined;
    const second = text.charCodeAt(1);
    return second >= 65 && second <= 87 ? partsOf(leading, text, 0) : undefined;
  },
};

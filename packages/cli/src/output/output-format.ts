import { KubinError } from "@kubin/schema";
import { nearest } from "../usage/nearest.ts";

export type OutputFormat = "json" | "yaml" | "table";

/** How results are printed: what was asked for, JSON where a jq program wants it, else a table. Throws BAD_INPUT. */
export function outputFormat(args: { output?: string | undefined; jq?: string | undefined }): OutputFormat {
  const { output, jq } = args;
  if (output === undefined) return jq === undefined ? "table" : "json";
  const known = (["json", "yaml", "table"] as const).find((one) => one === output);
  if (!known) throw unknownFormat(output, ["json", "yaml", "table"]);
  if (jq !== undefined && known === "table") {
    throw new KubinError("BAD_INPUT", "--jq works on JSON; leave --output table away.");
  }
  return known;
}

export function unknownFormat(output: string, known: readonly string[]): KubinError {
  const near = nearest(output, known);
  const meant = near === undefined ? "" : ` Did you mean ${near}?`;
  return new KubinError("BAD_INPUT", `There is no output format "${output}".${meant}\nKnown: ${known.join(", ")}.`);
}

import { KubinError } from "@kubin/schema";
import { unknownFormat } from "../output/output-format.ts";

export type GetFormat = "table" | "wide" | "name" | "json" | "yaml" | { jsonpath: string };

const words = ["table", "wide", "name", "json", "yaml"] as const;

/** `-o` of `kubin get`. Throws BAD_INPUT. */
export function getFormat(args: { output?: string | undefined; jq?: string | undefined }): GetFormat {
  const { output, jq } = args;
  if (output === undefined) return jq === undefined ? "table" : "json";
  const template = /^jsonpath=(?<template>.*)$/s.exec(output)?.groups?.template;
  const format = template === undefined ? words.find((word) => word === output) : { jsonpath: template };
  if (format === undefined) throw unknownFormat(output, [...words, "jsonpath=…"]);
  if (jq !== undefined && format !== "json" && format !== "yaml") {
    throw new KubinError("BAD_INPUT", `--jq works on JSON; leave -o ${output} away.`);
  }
  return format;
}

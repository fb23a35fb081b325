import type { LineFormat } from "../../parse/line-format.ts";

/** Formats of lines that are text, the more particular ones first. */
export const textFormats: readonly LineFormat[] = [];

import type { LineFormat } from "../../parse/line-format.ts";
import { jsonFormats } from "./json/json-formats.ts";
import { klog } from "./klog.ts";
import { logfmt } from "./logfmt.ts";

/** Formats whose lines tell by their first characters what they are. */
export const structuredFormats: readonly LineFormat[] = [klog, ...jsonFormats, logfmt];

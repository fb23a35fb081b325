import type { LineFormat } from "../parse/line-format.ts";
import { structuredFormats } from "./structured/structured-formats.ts";
import { textFormats } from "./text/text-formats.ts";

/** All formats that are known, in the order in which a line of an unknown one is tried. */
export const allFormats: readonly LineFormat[] = [...structuredFormats, ...textFormats];

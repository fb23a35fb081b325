import { storableText } from "./storable.ts";

/** Text for LIKE in which every character stands for itself. */
export function literally(text: string): string {
  return storableText(text).replaceAll(/[\\%_]/g, "\\$&");
}

/** Pattern of LIKE for "contains exactly this text". */
export function containing(text: string): string {
  return `%${literally(text)}%`;
}

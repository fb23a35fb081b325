import { KubinError } from "@kubin/schema";
import { inert } from "../output/inert.ts";

/** `7d`, `2w` or a bare number of days → days, 1 to 365. Throws BAD_INPUT. */
export function parseDays(text: string): number {
  const found = /^(?<count>\d{1,4})\s*(?<unit>[dw]|)$/i.exec(text.trim())?.groups;
  const days = Number(found?.count) * (found?.unit?.toLowerCase() === "w" ? 7 : 1);
  if (days >= 1 && days <= 365) return days;
  throw new KubinError("BAD_INPUT", `--expires takes 1d to 365d, not "${inert(text)}".`);
}

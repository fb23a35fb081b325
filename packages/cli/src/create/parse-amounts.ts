import { KubinError } from "@kubin/schema";
import { inert } from "../output/inert.ts";

const seconds: Readonly<Record<string, number>> = { s: 1, m: 60, h: 3600, d: 86_400, w: 604_800 };
const bytes: Readonly<Record<string, number>> = {
  "": 1,
  k: 1e3,
  m: 1e6,
  g: 1e9,
  ki: 1024,
  mi: 1024 ** 2,
  gi: 1024 ** 3,
};

/** `90s`, `15m`, `24h`, `1h30m`, `7d` → seconds. Throws BAD_INPUT with the option's name. */
export function parseDuration(option: string, text: string): number {
  const parts = [...text.trim().matchAll(/(\d{1,9})([smhdw])/gi)];
  const total = parts.reduce(
    (sum, [, count, unit]) => sum + Number(count) * (seconds[unit?.toLowerCase() ?? ""] ?? 0),
    0,
  );
  const read = parts.map(([all]) => all).join("");
  if (total > 0 && read === text.trim()) return total;
  throw new KubinError("BAD_INPUT", `${option} takes a time such as 90s, 15m, 24h or 7d, not "${inert(text)}".`);
}

/** `500k`, `10M`, `2G`, `10Mi`, with or without a B → bytes. Throws BAD_INPUT with the option's name. */
export function parseBytes(option: string, text: string): number {
  const [, count, unit = ""] = /^(\d{1,12}(?:\.\d{1,3})?)\s*([kmg]i?|)b?$/i.exec(text.trim()) ?? [];
  const total = Math.round(Number(count) * (bytes[unit.toLowerCase()] ?? Number.NaN));
  if (total >= 1) return total;
  throw new KubinError("BAD_INPUT", `${option} takes an amount such as 500k, 10M or 2G, not "${inert(text)}".`);
}

import { digitsAt } from "./clock.ts";

export interface Zone {
  seconds: number;
  end: number;
}

/**
 * Hours of zone names that mean one thing. Not `CST`, `IST` or `BST`, which name several zones each: a time with one of
 * them is no time.
 */
const hoursOf: Readonly<Record<string, number>> = {
  ...{ UTC: 0, GMT: 0, WET: 0, WEST: 1, CET: 1, CEST: 2, EET: 2, EEST: 3, MSK: 3, JST: 9, KST: 9 },
  ...{ EST: -5, EDT: -4, CDT: -5, MST: -7, MDT: -6, PST: -8, PDT: -7, AEST: 10, AEDT: 11 },
};

/** `Z`, `+00:00`, `+0000`, `+00` at `at`, or one of these or a name behind a blank. */
export function zoneAt(text: string, at: number): Zone | undefined {
  const code = text.charCodeAt(at);
  if (code === 90) return { seconds: 0, end: at + 1 };
  if (code === 43 || code === 45) return offsetAt(text, at);
  if (code !== 32) return undefined;
  const next = text.charCodeAt(at + 1);
  if (next === 43 || next === 45) return offsetAt(text, at + 1);
  return next >= 65 && next <= 87 ? nameAt(text, at + 1) : undefined;
}

function offsetAt(text: string, at: number): Zone | undefined {
  const hours = digitsAt(text, at + 1, 2);
  if (hours < 0 || hours > 14) return undefined;
  const colon = text.charCodeAt(at + 3) === 58 ? 1 : 0;
  const minutes = digitsAt(text, at + 3 + colon, 2);
  if (minutes > 59) return undefined;
  const sign = text.charCodeAt(at) === 43 ? 1 : -1;
  const end = minutes < 0 ? at + 3 : at + 5 + colon;
  return { seconds: sign * (hours * 3600 + Math.max(0, minutes) * 60), end };
}

function nameAt(text: string, at: number): Zone | undefined {
  let end = at;
  while (end < at + 5 && isUpper(text.charCodeAt(end))) end += 1;
  if (end < at + 3 || end > at + 4) return undefined;
  const name = text.slice(at, end);
  const hours = Object.hasOwn(hoursOf, name) ? hoursOf[name] : undefined;
  return hours === undefined ? undefined : { seconds: hours * 3600, end };
}

function isUpper(code: number): boolean {
  return code >= 65 && code <= 90;
}

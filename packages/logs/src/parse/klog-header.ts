import type { Level } from "@kubin/schema";
import { daysSinceEpoch, isDigit, readClock, twoDigits } from "./parse-timestamp.ts";

export interface KlogHeader {
  level: Level;
  month: number;
  day: number;
  secondOfDay: number;
  micros: number;
}

const dayMs = 86_400_000;

/** Reads `I0805 10:14:09.409123` at `from` (kubernetes.io, "system logs"): severity letter, month, day, time. */
export function klogHeader(bytes: Uint8Array, from: number): KlogHeader | undefined {
  const level = klogLevel(bytes[from]);
  if (level === undefined || bytes[from + 5] !== 32 || bytes[from + 8] !== 58 || bytes[from + 14] !== 46)
    return undefined;
  const month = twoDigits(bytes, from + 1);
  const day = twoDigits(bytes, from + 3);
  const secondOfDay = readClock(bytes, from + 6);
  if (secondOfDay < 0 || month < 1 || month > 12 || day < 1 || day > 31) return undefined;
  let micros = 0;
  for (let index = from + 15; index < from + 21; index += 1) {
    if (!isDigit(bytes[index])) return undefined;
    micros = micros * 10 + (bytes[index] ?? 48) - 48;
  }
  return { level, month, day, secondOfDay, micros };
}

/** The time of a header, which has no year: the last such day not later than a day after the capture. Zone: UTC. */
export function klogTime(header: KlogHeader, capturedAt: Date): bigint | undefined {
  const latest = capturedAt.getTime() + dayMs;
  const year = new Date(latest).getUTCFullYear();
  const thisYear = daysSinceEpoch({ year, month: header.month, day: header.day });
  const inThisYear = thisYear >= 0 && thisYear * dayMs + header.secondOfDay * 1000 <= latest;
  const days = inThisYear ? thisYear : daysSinceEpoch({ year: year - 1, month: header.month, day: header.day });
  if (days < 0) return undefined;
  return BigInt(days * 86_400 + header.secondOfDay) * 1_000_000_000n + BigInt(header.micros) * 1000n;
}

function klogLevel(letter: number | undefined): Level | undefined {
  switch (letter) {
    case 73:
      return "info";
    case 87:
      return "warn";
    case 69:
      return "error";
    case 70:
      return "fatal";
    default:
      return undefined;
  }
}

import type { OwnTime } from "../../../parse/line-format.ts";

/** A time read at a place of a text. */
export interface ReadTime {
  time: OwnTime;
  /** First character behind it. */
  end: number;
}

/** Nanoseconds since the epoch of a day, a second in it and a fraction. */
export function nanosOf(days: number, seconds: number, nanos: number): bigint {
  return BigInt(days * 86_400 + seconds) * 1_000_000_000n + BigInt(nanos);
}

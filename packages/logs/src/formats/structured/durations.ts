const unitMs: Readonly<Record<string, number>> = {
  ns: 1e-6,
  us: 1e-3,
  "\u00b5s": 1e-3,
  "\u03bcs": 1e-3,
  ms: 1,
  s: 1000,
  sec: 1000,
  m: 60_000,
  min: 60_000,
  h: 3_600_000,
  d: 86_400_000,
};

/** Unit of a number that stands without one. */
export type DurationUnit = "ns" | "us" | "ms" | "s";

const longest = 32;

/**
 * Milliseconds of a duration as Go (`time.Duration.String`: `1m3.5s`, `150µs`) and Rust's `Debug` write it, or of a
 * bare number in `unit`. Undefined when it is none, or a number whose unit nobody told.
 */
export function durationMs(value: string, unit?: DurationUnit): string | undefined {
  if (value === "" || value.length > longest) return undefined;
  const plain = Number(value);
  if (!Number.isNaN(plain)) return unit === undefined ? undefined : decimal(plain * (unitMs[unit] ?? 1));
  const ms = sumOfUnits(value);
  return ms === undefined ? undefined : decimal(ms);
}

function sumOfUnits(value: string): number | undefined {
  let total = 0;
  let index = value.startsWith("-") ? 1 : 0;
  while (index < value.length) {
    const numberEnd = skip(value, index, isNumberCode);
    const unitFrom = value.charCodeAt(numberEnd) === 32 ? numberEnd + 1 : numberEnd;
    const unitEnd = skip(value, unitFrom, isUnitCode);
    const factor = unitOf(value.slice(unitFrom, unitEnd));
    const amount = Number(value.slice(index, numberEnd));
    if (numberEnd === index || factor === undefined || Number.isNaN(amount)) return undefined;
    total += amount * factor;
    index = unitEnd;
  }
  return value.startsWith("-") ? -total : total;
}

function unitOf(name: string): number | undefined {
  return Object.hasOwn(unitMs, name) ? unitMs[name] : undefined;
}

function skip(value: string, from: number, wanted: (code: number) => boolean): number {
  let index = from;
  while (index < value.length && wanted(value.charCodeAt(index))) index += 1;
  return index;
}

function isNumberCode(code: number): boolean {
  return (code >= 48 && code <= 57) || code === 46;
}

function isUnitCode(code: number): boolean {
  return !isNumberCode(code) && code !== 32 && code !== 45;
}

/** Plain decimal with at most six digits behind the point, which are nanoseconds. */
function decimal(ms: number): string | undefined {
  if (!Number.isFinite(ms) || Math.abs(ms) >= 1e15) return undefined;
  const rounded = Math.round(ms * 1e6) / 1e6;
  return Math.abs(rounded) < 1e-6 ? "0" : withoutExponent(rounded);
}

function withoutExponent(value: number): string {
  const text = String(value);
  return text.includes("e") ? value.toFixed(6) : text;
}
